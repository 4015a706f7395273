namespace Dashboard.Domain.Time;

/// <summary>A half-open stretch of time in UTC, [From, To); null is open on that side.</summary>
public readonly record struct TimeWindow
{
    public TimeWindow(DateTimeOffset? from, DateTimeOffset? to)
    {
        Refuse.If(to <= from, "the window ends before it begins");
        (From, To) = (from?.ToUniversalTime(), to?.ToUniversalTime());
    }

    public static TimeWindow All => default;

    public DateTimeOffset? From { get; }

    public DateTimeOffset? To { get; }

    public bool IsAll => From is null && To is null;
}
