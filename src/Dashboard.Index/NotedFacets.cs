using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index;

/// <summary>Who and what incidents name, noted in the order of reading.</summary>
internal sealed class NotedFacets
{
    private static readonly string[] _statusWords = [.. Enum.GetValues<ClaimStatus>().Select(ViewStateCodec.Word)];

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
        switch (facts.Statuses)
        {
            case [var only]:
                Statuses.Add(_statusWords[(int)only]);
                break;
            case []:
                Statuses.Add([]);
                break;
            case var several:
                Statuses.Add([.. several.Select(status => _statusWords[(int)status])]);
                break;
        }
    }
}
