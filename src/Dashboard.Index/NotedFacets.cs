using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Index.Claims;

namespace Dashboard.Index;

/// <summary>Who and what incidents name, noted in the order of reading.</summary>
internal sealed class NotedFacets
{
    private static readonly string[] _statusWords = [.. Enum.GetValues<ClaimStatus>().Select(ViewStateCodec.Word)];

    public FacetValues Actors { get; } = new();

    public FacetValues Countries { get; } = new();

    public FacetValues Sources { get; } = new();

    /// <summary>For each value of <see cref="Sources"/> that was noted the day since when it may have carried the incident, as <see cref="Day"/> numbers it.</summary>
    public Noted<int> SourceDays { get; } = new();

    public FacetValues Statuses { get; } = new();

    public void AddActors(IncidentFacts facts)
    {
        Actors.Add(facts.ActorIds);
        Countries.Add(facts.Countries);
    }

    public void AddSources(IncidentFacts facts)
    {
        Sources.Add(facts.SourceIds);
        for (var i = 0; i < facts.SourceIds.Count; i++)
        {
            SourceDays.Add(facts.SourceDays.Count == 0 ? Day.Always : Day.Of(facts.SourceDays[i]));
        }

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
