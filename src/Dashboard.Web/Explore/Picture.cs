using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Datasets;
using Dashboard.Web.Filters;
using Dashboard.Web.Timeline;

namespace Dashboard.Web.Explore;

/// <summary>What one view shows. List, counts, panel and title all draw from this one answer, so that they always agree.</summary>
public sealed record Picture
{
    /// <summary>How many incidents a list shows before it is asked for more.</summary>
    public const int ListLength = 200;

    /// <summary>How many it shows at most: who wants more asks for fewer.</summary>
    public const int LongestList = DashboardStore.MostSummaries;

    public required ViewState View { get; init; }

    public required KnownDatasets Datasets { get; init; }

    /// <summary>Of the whole revision, whatever is asked.</summary>
    public required int Total { get; init; }

    public required int Count { get; init; }

    public required int Undated { get; init; }

    public required FacetCounts Counts { get; init; }

    public required IReadOnlyList<ActiveFilter> Filters { get; init; }

    /// <summary>The first incidents of the view, as it is sorted.</summary>
    public required IReadOnlyList<IncidentSummary> Incidents { get; init; }

    public required int NotPlacedCount { get; init; }

    /// <summary>Those of the view that the map cannot draw, the first ones of many.</summary>
    public required IReadOnlyList<IncidentSummary> NotPlaced { get; init; }

    /// <summary>The incident that is open; null when none is, or when there is none of that name.</summary>
    public required IncidentRecord? Selected { get; init; }

    public required string MarksAddress { get; init; }

    /// <summary>What is seen, for the title of the page.</summary>
    public string Title => Selected is { } selected ? selected.Incident.Title : Datasets.All.Count == 0 ? "No incidents yet" : $"{Seen}: {Datasets.NameOf(View.Query)}";

    private string Seen
    {
        get
        {
            var count = Count == Total ? $"{Total} incidents" : $"{Count} of {Total} incidents";
            return View.Query.Window.IsAll ? count : $"{count}, {WindowWords.Of(View.Query.Window)}";
        }
    }

    public static Picture Of(Exploration exploration, ViewState view, int length = ListLength)
    {
        var (store, index) = (exploration.Store, exploration.Index);
        var (found, counts) = exploration.Explore(view.Query);
        return new Picture
        {
            View = view,
            Datasets = exploration.Datasets,
            Total = index.Total,
            Count = found.Count,
            Undated = found.Undated,
            Counts = counts,
            Filters = ActiveFilter.Of(view, counts, exploration.Datasets),
            Incidents = store.ReadSummaries(index.Page(found, view.Sort, view.IsDescending, 0, Math.Min(length, LongestList))),
            NotPlacedCount = found.NotPlaced,
            NotPlaced = store.ReadSummaries(index.Unplaced(found, ListLength)),
            Selected = view.Selection is { } slug ? store.FindIncident(slug) : null,
            MarksAddress = ViewAddress.OfMarks(exploration.RevisionName, view.Query),
        };
    }
}
