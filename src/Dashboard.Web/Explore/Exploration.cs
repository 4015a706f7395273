using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Datasets;

namespace Dashboard.Web.Explore;

/// <summary>
/// What every page and every answer is drawn from: the store, and the index of its present revision. The one place that
/// knows who answers what: the store finds text and tells everything about few incidents, the index does all the rest.
/// </summary>
public sealed class Exploration
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _placeNamesByIncident = [];
    private readonly List<Incident> _incidents = [];
    private readonly Dictionary<string, long> _numbers = [];

    public Exploration(DashboardStore store)
    {
        Store = store;
        var datasets = store.ReadDatasets();
        RevisionName = RevisionStamp.NameOf(store.Revision, datasets);
        Dataset = datasets.FirstOrDefault()?.Description;
        var builder = new IndexBuilder(store.Revision, [.. datasets.Select(dataset => new IndexedDataset(dataset.Description, dataset.Actors, dataset.Sources))]);
        Datasets = new KnownDatasets([.. datasets.Select(dataset => new DatasetSummary(dataset.Description,
            dataset.Incidents.Count(incident => !incident.IsLead), dataset.Incidents.Count(incident => incident.IsLead)))]);
        foreach (var dataset in datasets)
        {
            var names = dataset.Places.ToDictionary(place => place.Id, place => place.Name);
            var facts = new DatasetFacts(dataset);
            foreach (var incident in dataset.Incidents)
            {
                _placeNamesByIncident[incident.Id] = names;
                _numbers[incident.Id] = _incidents.Count;
                builder.Add(facts.Of(incident, _incidents.Count));
                _incidents.Add(incident);
            }
        }

        Index = builder.Build();
    }

    public DashboardStore Store { get; }

    public IncidentIndex Index { get; }

    /// <summary>What gives the dashboard its title; null when there is no dataset.</summary>
    public DatasetDescription? Dataset { get; }

    public KnownDatasets Datasets { get; }

    /// <summary>What the revision is called in the addresses of its data; see <see cref="RevisionStamp"/>.</summary>
    public string RevisionName { get; }

    /// <summary>The incidents that the query asks for.</summary>
    public IncidentSet Find(IncidentQuery query) => Index.Find(query, TextMatches(query));

    /// <summary>The incidents that the query asks for, and what each option of each facet would leave of them.</summary>
    public (IncidentSet Found, FacetCounts Counts) Explore(IncidentQuery query)
    {
        var textMatches = TextMatches(query);
        return (Index.Find(query, textMatches), Index.Count(query, textMatches));
    }

    /// <summary>The incidents of these numbers, whole.</summary>
    public IReadOnlyList<Incident> Incidents(IReadOnlyList<long> numbers) => [.. numbers.Select(number => _incidents[(int)number])];

    /// <summary>The lines of the list of these numbers.</summary>
    public IReadOnlyList<IncidentSummary> Summaries(IReadOnlyList<long> numbers) => Store.ReadSummaries([.. Incidents(numbers).Select(incident => incident.Id)]);

    /// <summary>The names of the places that the incident's dataset has, by id.</summary>
    public IReadOnlyDictionary<string, string> PlaceNames(Incident incident) => _placeNamesByIncident[incident.Id];

    private IReadOnlyList<long>? TextMatches(IncidentQuery query) =>
        query.Text is { } text ? [.. Store.FindByText(text).Select(id => _numbers[id]).Order()] : null;
}
