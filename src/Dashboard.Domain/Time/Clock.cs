namespace Dashboard.Domain.Time;

/// <summary>Which clock a time is told by.</summary>
public enum Clock
{
    Utc,

    /// <summary>Local to each incident.</summary>
    Local,

    UsEastern,
}

public static class Clocks
{
    /// <summary>How far the clock is ahead of UTC at an instant.</summary>
    /// <param name="localOffset">What local clocks are ahead of UTC where the incident happened.</param>
    public static TimeSpan Offset(this Clock clock, DateTimeOffset instant, TimeSpan localOffset) => clock switch
    {
        Clock.Utc => TimeSpan.Zero,
        Clock.Local => localOffset,
        Clock.UsEastern => UsEasternTime.Offset(instant),
        _ => throw new ArgumentOutOfRangeException(nameof(clock)),
    };

    /// <summary>What the clock shows at an instant; at the ends of the calendar, the first or the last time that it can.</summary>
    /// <inheritdoc cref="Offset"/>
    public static DateTime WallTime(this Clock clock, DateTimeOffset instant, TimeSpan localOffset) =>
        new(Math.Clamp(instant.UtcTicks + clock.Offset(instant, localOffset).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
