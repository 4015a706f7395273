using Dashboard.Data;
using Dashboard.Data.Export;
using Dashboard.Data.Import;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Explore;
using Dashboard.Web.KnownThen;
using Dashboard.Web.Lens;

namespace Dashboard.Web.Endpoints;

/// <summary>The incidents of one view, in the order of its list, on their way into a file.</summary>
/// <param name="RevisionName">What addresses call the revision that they are of.</param>
/// <param name="Datasets">The slugs of all its datasets.</param>
/// <param name="Lens">Through whose account the view is looked at; null for none.</param>
/// <param name="View">What is exported: the question and the order. How it is looked at is no part of it.</param>
internal sealed record Export(DashboardStore Store, string RevisionName, IReadOnlyList<string> Datasets, ViewState View, ExportLens? Lens, IReadOnlyList<long> Numbers)
{
    /// <summary>The earlier revision that they are of; null for the present one.</summary>
    public long? Earlier { get; init; }

    private ExportMoment Moment => new(Earlier, View.Query.AsOf);

    public static Export Of(DashboardStore store, ExploredRevision revision, ViewState view)
    {
        var found = revision.Find(view.Query);
        return new Export(
            store,
            revision.RevisionName,
            SlugsOf(revision.Datasets.All),
            Asked(view),
            LensAccount.Of(revision, view.Query.Lens)?.ForExport(),
            revision.Index.Page(found, view.Sort, view.IsDescending, 0, found.Count))
        { Earlier = revision.Earlier };
    }

    /// <summary>Of the last revision of a store that nobody explores. Where its index was not kept: most such exports ask for everything, and need none for that.</summary>
    public static Export OfLast(DashboardStore store, ViewState view, CancellationToken stop)
    {
        if (view.Query.AsOf is { } day)
        {
            return OfDay(store, view, day, stop);
        }

        if (ExploredRevision.Kept(store) is { } kept)
        {
            return Of(store, kept, view);
        }

        return IsEverything(view)
            ? store.Read(reader => new Export(store, RevisionStamp.NameOf(reader.RevisionName), SlugsOf(reader.Datasets), Asked(view), null, ByStart.Numbers(Everything(reader, view.Query, stop))))
            : Of(store, ExploredRevision.Last(store, stop), view);
    }

    /// <summary>Of the revision that the day is seen on; a day that is not over is the present.</summary>
    private static Export OfDay(DashboardStore store, ViewState view, DateOnly day, CancellationToken stop)
    {
        if (day >= DateOnly.FromDateTime(DateTime.UtcNow))
        {
            return OfLast(store, KnownView.Now(view), stop);
        }

        return KnownView.LastOn(store, day) is { } last && last.Id < store.Revision
            ? Of(store, ExploredRevision.At(store, last.Id, stop), view)
            : Of(store, ExploredRevision.Last(store, stop), view);
    }

    /// <summary>
    /// What the file is called, without its ending: by the dataset that it comes from, and when it is not all of it, by the
    /// question; so that one view always has one name and no two views have the same.
    /// </summary>
    public string FileName
    {
        get
        {
            var datasets = View.Query.Datasets.Count > 0 ? View.Query.Datasets : Datasets;
            var question = ViewStateCodec.Format(View with { Query = View.Query with { Datasets = [], Link = null } });
            return string.Join('-', new[] { "incidents", datasets.Count == 1 ? datasets[0] : null, question.Length == 0 ? null : Slug.Hash(question) }.OfType<string>());
        }
    }

    public Task<long> WriteCsvAsync(Stream to, bool isRaw, CancellationToken stop) => CsvExport.WriteAsync(Store, Numbers, Lens, isRaw, Moment, to, stop);

    /// <param name="clock">Tells when it was exported; null for the time of day.</param>
    public Task<long> WriteGeoJsonAsync(Stream to, CancellationToken stop, TimeProvider? clock = null) =>
        GeoJsonExport.WriteAsync(Store, Numbers, Lens, ViewStateCodec.Format(View with { Query = View.Query with { Link = null } }), RevisionName, Moment, clock ?? TimeProvider.System, to, stop);

    /// <summary>The claims about the incidents, and the sources of both.</summary>
    public ClaimsExport Claims(bool isRaw) => new(Store, Numbers, isRaw, Moment);

    private static ViewState Asked(ViewState view) => ViewState.Default with { Query = view.Query, Sort = view.Sort, IsDescending = view.IsDescending };

    private static List<string> SlugsOf(IReadOnlyList<DatasetSummary> datasets) => [.. datasets.Select(dataset => dataset.Description.Slug)];

    /// <summary>True for all of the store or of some datasets, by time.</summary>
    private static bool IsEverything(ViewState view) => Asked(view) == ViewState.Default with { Query = IncidentQuery.All with { Datasets = view.Query.Datasets } };

    private static IEnumerable<IncidentStart> Everything(StoreReader reader, IncidentQuery query, CancellationToken stop)
    {
        foreach (var incident in reader.Starts())
        {
            stop.ThrowIfCancellationRequested();
            if (!incident.IsLead && (query.Datasets.Count == 0 || query.Datasets.Contains(incident.Dataset)))
            {
                yield return incident;
            }
        }
    }
}
