using Dashboard.Domain.Time;

namespace Dashboard.Data.Questions;

/// <summary>When an incident <c>i</c> happened. The columns stand last in a question, split at the first; a null there makes the whole row null.</summary>
internal sealed record OccurrenceRow
{
    public const string Columns = """
        i.start_ms AS StartMs, i.end_ms AS EndMs, i.local_offset_minutes AS LocalOffsetMinutes,
          i.time_precision AS TimePrecision, i.uncertainty_ms AS UncertaintyMs, i.is_ongoing AS IsOngoing
        """;

    public const string First = nameof(StartMs);

    public required long StartMs { get; init; }

    public required long? EndMs { get; init; }

    public required int LocalOffsetMinutes { get; init; }

    public required string TimePrecision { get; init; }

    public required long? UncertaintyMs { get; init; }

    public required bool IsOngoing { get; init; }

    public Occurrence ToOccurrence() => new(
        DateTimeOffset.FromUnixTimeMilliseconds(StartMs),
        EndMs is { } end ? DateTimeOffset.FromUnixTimeMilliseconds(end) : null,
        TimeSpan.FromMinutes(LocalOffsetMinutes),
        EnumWord.Parse<TimePrecision>(TimePrecision),
        UncertaintyMs is { } uncertainty ? TimeSpan.FromMilliseconds(uncertainty) : null,
        IsOngoing);
}
