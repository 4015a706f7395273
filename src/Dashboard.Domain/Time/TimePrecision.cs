namespace Dashboard.Domain.Time;

/// <summary>The smallest unit of time that a source vouches for. It is not the uncertainty, which is a plus-minus around it.</summary>
public enum TimePrecision
{
    Minute,
    Hour,
    PartOfDay,
    Day,
    Week,
    Month,
    Year,
}

public static class TimePrecisions
{
    /// <summary>How long the unit lasts that begins at <paramref name="start"/>; a minute counts as an instant.</summary>
    public static TimeSpan Length(this TimePrecision precision, DateTimeOffset start) => precision switch
    {
        TimePrecision.Minute => TimeSpan.Zero,
        TimePrecision.Hour => TimeSpan.FromHours(1),
        TimePrecision.PartOfDay => TimeSpan.FromHours(6),
        TimePrecision.Day => TimeSpan.FromDays(1),
        TimePrecision.Week => TimeSpan.FromDays(7),
        TimePrecision.Month => start.AddMonths(1) - start,
        TimePrecision.Year => start.AddYears(1) - start,
        _ => throw new ArgumentOutOfRangeException(nameof(precision)),
    };
}
