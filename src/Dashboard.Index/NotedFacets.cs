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

    /// <param name="some">Incidents that follow each other.</param>
    public void Add(ReadOnlySpan<IncidentFacts> some)
    {
        foreach (var facts in some)
        {
            Actors.Add(facts.ActorIds);
        }

        foreach (var facts in some)
        {
            Countries.Add(facts.Countries);
        }

        foreach (var facts in some)
        {
            Sources.Add(facts.SourceIds);
            AddSourceDays(facts.SourceIds.Count, facts.SourceDays);
        }

        foreach (var facts in some)
        {
            AddStatuses(facts.Statuses);
        }
    }

    private void AddSourceDays(int sources, IReadOnlyList<DateOnly?> days)
    {
        var hasDays = days.Count > 0;
        for (var i = 0; i < sources; i++)
        {
            var day = hasDays ? Day.Of(days[i]) : Day.Always;
            SourceDays.Add(day);
            HasSourceDays |= day != Day.Always;
        }
    }

    private void AddStatuses(IReadOnlyList<ClaimStatus> statuses)
    {
        for (var i = 0; i < statuses.Count; i++)
        {
            Statuses.Note(_statusWords[(int)statuses[i]]);
        }

        Statuses.EndIncident();
    }
}
