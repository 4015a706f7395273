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
        Actors.Add(some, facts => facts.ActorIds);
        Countries.Add(some, facts => facts.Countries);
        Sources.Add(some, facts => facts.SourceIds);
        foreach (var facts in some)
        {
            AddSourceDays(ListItems.Of(facts.SourceIds).Length, ListItems.Of(facts.SourceDays));
        }

        AddStatuses(some);
    }

    private void AddSourceDays(int sources, ReadOnlySpan<DateOnly?> days)
    {
        for (var i = 0; i < sources; i++)
        {
            var day = days.IsEmpty ? Day.Always : Day.Of(days[i]);
            SourceDays.Add(day);
            HasSourceDays |= day != Day.Always;
        }
    }

    private void AddStatuses(ReadOnlySpan<IncidentFacts> some)
    {
        Span<long> ends = stackalloc long[some.Length];
        for (var i = 0; i < some.Length; i++)
        {
            foreach (var status in ListItems.Of(some[i].Statuses))
            {
                Statuses.Note(_statusWords[(int)status]);
            }

            ends[i] = Statuses.Noted.Count;
        }

        Statuses.EndIncidents(ends);
    }
}
