namespace Dashboard.Domain.Time;

/// <summary>
/// When an incident happened: in UTC, with the offset that clocks showed there, the precision that the source vouches
/// for and the uncertainty around it. An incident without an <see cref="Occurrence"/> is undated.
/// </summary>
public sealed record Occurrence
{
    /// <param name="start">The start in UTC.</param>
    /// <param name="end">The end in UTC; null for a moment (or an unknown end), and when <paramref name="isOngoing"/>.</param>
    /// <param name="localOffset">What local clocks were ahead of UTC, within ±14 hours, in whole minutes.</param>
    /// <param name="precision">The unit that the source vouches for.</param>
    /// <param name="uncertainty">Plus-minus around start and end; null where nobody stated one.</param>
    /// <param name="isOngoing">True for a period that had not ended when the data were made.</param>
    public Occurrence(DateTimeOffset start, DateTimeOffset? end, TimeSpan localOffset, TimePrecision precision,
        TimeSpan? uncertainty = null, bool isOngoing = false)
    {
        Refuse.If(start.Offset != TimeSpan.Zero || (end?.Offset ?? TimeSpan.Zero) != TimeSpan.Zero, "times are stored in UTC");
        Refuse.If(end < start, $"the end {end:O} is before the start {start:O}");
        Refuse.If(isOngoing && end is not null, "an ongoing period has no end yet");
        Refuse.If(localOffset.Duration() > TimeSpan.FromHours(14), $"no clock is {localOffset} off UTC");
        Refuse.If(localOffset.Ticks % TimeSpan.TicksPerMinute != 0, $"a clock's offset is whole minutes, not {localOffset}");
        Refuse.If(uncertainty < TimeSpan.Zero, "an uncertainty cannot be negative");
        Refuse.If(!Enum.IsDefined(precision), $"unknown time precision {precision}");
        (Start, End, LocalOffset, Precision, Uncertainty, IsOngoing) = (start, end, localOffset, precision, uncertainty, isOngoing);
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset? End { get; }

    public TimeSpan LocalOffset { get; }

    public TimePrecision Precision { get; }

    public TimeSpan? Uncertainty { get; }

    public bool IsOngoing { get; }

    /// <summary>A period has a length of its own; everything else is a moment known to some precision.</summary>
    public bool IsPeriod => IsOngoing || End is not null;

    /// <summary>
    /// The end of the stated time, exclusive: of the period, or of the unit in which the moment lies. Null when ongoing.
    /// A moment known to the minute ends where it starts.
    /// </summary>
    public DateTimeOffset? SpanEnd => IsOngoing ? null : End ?? Precision.EndOfUnit(Start);

    /// <summary>True when the stated time meets the window. This one rule decides in list, map, timeline, counts and export.</summary>
    public bool Meets(TimeWindow window)
    {
        var startsInTime = window.To is not { } to || Start < to;
        var endsInTime = window.From is not { } from || Start >= from || SpanEnd is not { } end || end > from;
        return startsInTime && endsInTime;
    }
}
