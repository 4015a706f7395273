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
    private static readonly DateTimeOffset _lastYear = new(DateTimeOffset.MaxValue.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// When the unit ends that begins at <paramref name="start"/>, exclusive; a minute counts as an instant. In
    /// 9999, after which no clock goes on, everything lasts to the end of the year.
    /// </summary>
    public static DateTimeOffset EndOfUnit(this TimePrecision precision, DateTimeOffset start) => precision switch
    {
        TimePrecision.Minute => start,
        _ when start >= _lastYear => DateTimeOffset.MaxValue,
        TimePrecision.Hour => start.AddHours(1),
        TimePrecision.PartOfDay => start.AddHours(6),
        TimePrecision.Day => start.AddDays(1),
        TimePrecision.Week => start.AddDays(7),
        TimePrecision.Month => start.AddMonths(1),
        TimePrecision.Year => start.AddYears(1),
        _ => throw new ArgumentOutOfRangeException(nameof(precision)),
    };
}
