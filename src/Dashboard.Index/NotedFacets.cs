using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index;

/// <summary>Who and what incidents name, noted in the order of reading.</summary>
internal sealed class NotedFacets
{
    /// <summary>For each status the list of its word alone: most incidents have claims of one status or none.</summary>
    private static readonly string[][] _statusWords = [.. Enum.GetValues<ClaimStatus>().Select(status => new[] { ViewStateCodec.Word(status) })];

    public FacetValues Actors { get; } = new();

    /// <summary>Actors by whom claims are.</summary>
    public FacetValues Claimants { get; } = new();

    public FacetValues Countries { get; } = new();

    public FacetValues Sources { get; } = new();

    public FacetValues Statuses { get; } = new();

    public void AddActors(IncidentFacts facts)
    {
        Actors.Add(facts.ActorIds);
        Claimants.Add(facts.ClaimantIds);
        Countries.Add(facts.Countries);
    }

    public void AddSources(IncidentFacts facts)
    {
        Sources.Add(facts.SourceIds);
        Statuses.Add(facts.Statuses switch
        {
            [] => [],
            [var only] => _statusWords[(int)only],
            var several => [.. several.SelectMany(status => _statusWords[(int)status])],
        });
    }
}
