using Dashboard.Data;
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
    public Exploration(DashboardStore store)
    {
        Store = store;
        (Index, RevisionName, Datasets) = store.Read(reader =>
        {
            var descriptions = reader.Datasets.Select(dataset => dataset.Description).ToList();
            var builder = new IndexBuilder(reader.Revision,
                [.. descriptions.Select(description => new IndexedDataset(description, reader.Actors(description.Slug), reader.Sources(description.Slug)))]);
            foreach (var facts in reader.Facts())
            {
                builder.Add(facts);
            }

            return (builder.Build(), RevisionStamp.NameOf(reader.RevisionName), new KnownDatasets(reader.Datasets));
        });
    }

    public DashboardStore Store { get; }

    public IncidentIndex Index { get; }

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

    private IReadOnlyList<long>? TextMatches(IncidentQuery query) => query.Text is { } text ? Store.FindByText(text, Index.Revision) : null;
}
