using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>What tells when something of a dataset's incidents became known: its sources, and the statements that correct what was claimed.</summary>
/// <param name="corrections">By the incident that they correct, each with the time of the statement.</param>
internal sealed class KnownFacts(IReadOnlyCollection<Source> sources, ILookup<string, (Relation Relation, Occurrence? From)> corrections)
{
    private readonly KnownOn _known = new(DateOnly.MaxValue, sources);

    /// <summary>For each source that is dated its first day.</summary>
    public IReadOnlyDictionary<string, DateOnly> SourceDays { get; } = sources.Where(source => source.Date is not null)
        .DistinctBy(source => source.Id).ToDictionary(source => source.Id, source => source.Date!.Earliest);

    /// <summary>The day on which a claim ceased to stand; null where it stands, or nobody tells.</summary>
    /// <param name="claims">All of the incident.</param>
    public DateOnly? TurnDayOf(Claim claim, IReadOnlyList<Claim> claims) => _known.TurnOf(claim, claims, corrections[claim.IncidentId])?.Day;
}
