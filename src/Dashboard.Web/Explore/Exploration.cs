using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Index;

namespace Dashboard.Web.Explore;

/// <summary>
/// What every page and every answer is drawn from: the store, and the index of its present revision. The one place that
/// knows who answers what: the store finds text and tells everything about few incidents, the index does all the rest.
/// </summary>
public sealed class Exploration
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _placeNamesByIncident = [];

    public Exploration(DashboardStore store)
    {
        Store = store;
        var datasets = store.ReadDatasets();
        Index = IncidentIndex.Build(store.Revision, datasets);
        RevisionName = RevisionStamp.NameOf(store.Revision, datasets);
        Dataset = datasets.FirstOrDefault()?.Description;
        foreach (var dataset in datasets)
        {
            var names = dataset.Places.ToDictionary(place => place.Id, place => place.Name);
            foreach (var incident in dataset.Incidents)
            {
                _placeNamesByIncident[incident.Id] = names;
            }
        }
    }

    public DashboardStore Store { get; }

    public IncidentIndex Index { get; }

    /// <summary>What gives the dashboard its title; null when there is no dataset.</summary>
    public DatasetDescription? Dataset { get; }

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

    /// <summary>The names of the places that the incident's dataset has, by id.</summary>
    public IReadOnlyDictionary<string, string> PlaceNames(Incident incident) => _placeNamesByIncident[incident.Id];

    private IReadOnlySet<string>? TextMatches(IncidentQuery query) => query.Text is { } text ? Store.FindByText(text) : null;
}
