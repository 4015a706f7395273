using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Querying;

/// <summary>
/// What a question can ask of one incident, and nothing else: read from the store row by row, kept by the index in
/// columns. A million of them are never in memory at once.
/// </summary>
public sealed record IncidentFacts
{
    /// <summary>Its number in the store, unique, ascending in the order of reading.</summary>
    public required long Number { get; init; }

    /// <summary>The slug of its dataset.</summary>
    public required string Dataset { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required IncidentKind Kind { get; init; }

    public required bool IsLead { get; init; }

    public required Occurrence? Occurrence { get; init; }

    /// <summary>What the map can draw of it; empty when <see cref="IsPlaced"/> is false.</summary>
    public required IReadOnlyList<GeoPoint> DrawnPoints { get; init; }

    public required bool IsPlaced { get; init; }

    public required GeoPrecision? Precision { get; init; }

    /// <summary>The name of its first place.</summary>
    public required string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-2, each once.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Each once.</summary>
    public required IReadOnlyList<string> ActorIds { get; init; }

    /// <summary>The sources that carry it or one of its claims, each once.</summary>
    public required IReadOnlyList<string> SourceIds { get; init; }

    /// <summary>The statuses of its claims, each once.</summary>
    public required IReadOnlyList<ClaimStatus> Statuses { get; init; }

    /// <summary>For each of <see cref="SourceIds"/> the first day on which it may have carried it; null for what may always have. Empty when all may.</summary>
    public IReadOnlyList<DateOnly?> SourceDays { get; init; } = [];

    /// <summary>Its claims.</summary>
    public IReadOnlyList<ClaimFacts> Claims { get; init; } = [];

    public required Toll Killed { get; init; }

    public required Toll Injured { get; init; }

    /// <summary>The first day of which <see cref="KnownOn.HasAnything"/> holds; null where it always does.</summary>
    public DateOnly? KnownFrom()
    {
        DateOnly? first = null;
        var hasUndated = Claims.Count == 0;
        for (var i = 0; i < Claims.Count; i++)
        {
            // By their numbers: to go through a list that mostly is empty takes longer than all else here.
            var claim = Claims[i];
            hasUndated |= claim.Day is null;
            first = claim.Day < first || first is null ? claim.Day ?? first : first;
        }

        if (!hasUndated)
        {
            return first;
        }

        return Occurrence is null ? null : KnownOn.FirstDay(Occurrence) is var begun && first < begun ? first : begun;
    }
}
