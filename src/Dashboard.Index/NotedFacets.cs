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
    public NotedNumbers SourceDays { get; } = new();

    /// <summary>Whether any of these days is known.</summary>
    public bool HasSourceDays { get; private set; }

    public FacetValues Statuses { get; } = new();

    public void Add(IncidentFacts facts)
    {
        Actors.Add(facts.ActorIds);
        Countries.Add(facts.Countries);
        Sources.Add(facts.SourceIds);
        var (sources, days) = (facts.SourceIds.Count, facts.SourceDays);
        for (var i = 0; i < sources; i++)
        {
            var day = days.Count == 0 ? Day.Always : Day.Of(days[i]);
            SourceDays.Add(day);
            HasSourceDays |= day != Day.Always;
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
