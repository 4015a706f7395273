using Dashboard.Data;
using Dashboard.Data.Export;
using Dashboard.Data.Import;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>The incidents of one view, in the order of its list, on their way into a file.</summary>
/// <param name="View">What is exported: the question and the order. How it is looked at is no part of it.</param>
internal sealed record Export(DashboardStore Store, ExploredRevision Revision, ViewState View, IReadOnlyList<long> Numbers)
{
    public static Export Of(DashboardStore store, ExploredRevision revision, ViewState view)
    {
        var found = revision.Find(view.Query);
        return new Export(
            store,
            revision,
            ViewState.Default with { Query = view.Query, Sort = view.Sort, IsDescending = view.IsDescending },
            revision.Index.Page(found, view.Sort, view.IsDescending, 0, found.Count));
    }

    /// <summary>
    /// What the file is called, without its ending: by the dataset that it comes from, and when it is not all of it, by the
    /// question; so that one view always has one name and no two views have the same.
    /// </summary>
    public string FileName
    {
        get
        {
            var datasets = View.Query.Datasets.Count > 0 ? View.Query.Datasets : [.. Revision.Datasets.All.Select(dataset => dataset.Description.Slug)];
            var question = ViewStateCodec.Format(View with { Query = View.Query with { Datasets = [] } });
            return string.Join('-', new[] { "incidents", datasets.Count == 1 ? datasets[0] : null, question.Length == 0 ? null : Slug.Hash(question) }.OfType<string>());
        }
    }

    public Task<long> WriteCsvAsync(Stream to, bool isRaw, CancellationToken stop) => CsvExport.WriteAsync(Store, Numbers, isRaw, to, stop);

    public Task<long> WriteGeoJsonAsync(Stream to, CancellationToken stop) =>
        GeoJsonExport.WriteAsync(Store, Numbers, ViewStateCodec.Format(View), Revision.RevisionName, TimeProvider.System, to, stop);
}
