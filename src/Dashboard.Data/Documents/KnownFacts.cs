using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>A source as documents name it.</summary>
/// <param name="Day">Its first day; null where it is not dated.</param>
internal sealed record NamedSource(string Id, DateOnly? Day);

/// <summary>What tells when something of a dataset's incidents became known: its sources, and the statements that correct what was claimed.</summary>
internal sealed class KnownFacts
{
    private readonly KnownOn _known;
    private readonly ILookup<string, (Relation Relation, Occurrence? From)> _corrections;
    private readonly Dictionary<string, NamedSource> _dated;

    /// <param name="corrections">By the incident that they correct, each with the time of the statement.</param>
    public KnownFacts(IReadOnlyCollection<Source> sources, ILookup<string, (Relation Relation, Occurrence? From)> corrections)
    {
        (_known, _corrections) = (new KnownOn(DateOnly.MaxValue, sources), corrections);
        _dated = sources.Where(source => source.Date is not null)
            .DistinctBy(source => source.Id).ToDictionary(source => source.Id, source => new NamedSource(source.Id, source.Date!.Earliest));
        Sources = new(value => Source(JsonBytes.Text(value)));
    }

    /// <summary>The sources by their ids as they lie in documents.</summary>
    public RepeatedValues<NamedSource> Sources { get; }

    /// <summary>The source of this id; one that is not there is undated.</summary>
    public NamedSource Source(string id) => _dated.GetValueOrDefault(id) ?? new NamedSource(id, null);

    /// <summary>The day on which a claim ceased to stand; null where it stands, or nobody tells.</summary>
    /// <param name="claims">All of the incident.</param>
    public DateOnly? TurnDayOf(Claim claim, IReadOnlyList<Claim> claims) => _known.TurnOf(claim, claims, _corrections[claim.IncidentId])?.Day;
}
