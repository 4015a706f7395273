using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index;
using Dashboard.Web.Datasets;
using Dashboard.Web.Filters;
using Dashboard.Web.KnownThen;
using Dashboard.Web.Lens;
using Dashboard.Web.Timeline;

namespace Dashboard.Web.Explore;

/// <summary>What one view shows. List, counts, panel and title all draw from this one answer, so that they always agree.</summary>
public sealed record Picture
{
    /// <summary>How many incidents a list shows before it is asked for more, and how many more each time.</summary>
    public const int ListLength = 200;

    /// <summary>
    /// The same of many incidents, which nobody reads through before narrowing them down: what a page shows travels twice, with
    /// the page and over its circuit.
    /// </summary>
    public const int ListLengthOfMany = 50;

    /// <summary>How many it shows at most: who wants more asks for fewer.</summary>
    public const int LongestList = DashboardStore.MostSummaries;

    public required ViewState View { get; init; }

    /// <summary>All of it is of this revision.</summary>
    public required ExploredRevision Revision { get; init; }

    public KnownDatasets Datasets => Revision.Datasets;

    /// <summary>What a view of a day that is over shows beside all this; null for the present.</summary>
    public required KnownView? Known { get; init; }

    /// <summary>How many incidents there are, or were known on the day, whatever else is asked; leads apart.</summary>
    public required int Total { get; init; }

    /// <summary>How many incidents meet the question; leads apart.</summary>
    public required int Count { get; init; }

    /// <summary>How many leads the view shows beside them; 0 where it does not ask for leads.</summary>
    public required int LeadCount { get; init; }

    /// <summary>How many leads there are, or were known on the day, whatever else is asked.</summary>
    public required int TotalLeads { get; init; }

    public required int Undated { get; init; }

    public required FacetCounts Counts { get; init; }

    public required IReadOnlyList<ActiveFilter> Filters { get; init; }

    /// <summary>What the incidents cost in all, as far as anybody says.</summary>
    public required TollBands Bands { get; init; }

    /// <summary>The account that the view is looked at through; null for the record with all accounts.</summary>
    public required LensPicture? Lens { get; init; }

    /// <summary>Through whose account it may be looked at; actors, then sources, of each those first that mention most.</summary>
    public required LensChoices Lenses { get; init; }

    /// <summary>How many lines the list has in all: the incidents, and the leads where the view asks for them.</summary>
    public int Length => Count + LeadCount;

    /// <summary>The first lines of the list, as it is sorted.</summary>
    public required IReadOnlyList<IncidentSummary> Incidents { get; init; }

    /// <summary>How many the map draws where they are.</summary>
    public int Placed => Length - Approximate - NotPlacedCount;

    /// <summary>How many it draws as somewhere in a region.</summary>
    public required int Approximate { get; init; }

    public required int NotPlacedCount { get; init; }

    /// <summary>Those of the view that the map cannot draw, the first ones of many.</summary>
    public required IReadOnlyList<IncidentSummary> NotPlaced { get; init; }

    /// <summary>The incident that is open; null when none is, or when there is none of that name, or nothing was known of it.</summary>
    public required IncidentRecord? Selected { get; init; }

    /// <summary>How many lines the list has when it is asked for more.</summary>
    public int NextLength => Math.Min(Incidents.Count + ListLength, LongestList);

    /// <summary>The chain of action and response that the open incident stands in; null when none is open.</summary>
    public required IncidentChain? Chain { get; init; }

    /// <summary>Whether the question without the window has too many incidents to draw them one by one.</summary>
    public required bool HasMany { get; init; }

    /// <summary>The days on which anything became known; null where nothing tells one.</summary>
    public required KnownDays? Days { get; init; }

    public string MarksAddress => ViewAddress.OfMarks(Revision.RevisionName, View.Query);

    public string OverviewAddress => ViewAddress.OfOverview(Revision.RevisionName, View.Query, View.Colour);

    public string TimesAddress => ViewAddress.OfTimes(Revision.RevisionName, View.Query, View.Colour);

    /// <summary>What is seen, for the title of the page.</summary>
    public string Title => Known is null ? Named : $"{Named}, as known on {DateWords.Short.Day(Known.Day)}";

    private string Named => Selected is { } selected ? selected.Incident.Title : Datasets.All.Count == 0 ? "No incidents yet" : $"{Seen}: {Datasets.NameOf(View.Query)}";

    private string Seen
    {
        get
        {
            var seen = SeenWords.Of(View.Query, Count, Total, LeadCount);
            var when = View.Query.Window.IsAll ? "" : $", {WindowWords.Of(View.Query.Window)}";
            return Lens is null ? seen + when : $"{seen}{when}, as claimed by {Lens.Name}";
        }
    }

    /// <param name="revision">The one that the day of the view is seen on.</param>
    /// <param name="view">Of the present, or of a day that is over.</param>
    /// <param name="least">How many lines the list has at least, if there are so many.</param>
    /// <param name="present">The present revision; null where it is the same.</param>
    public static Picture Of(ExploredRevision revision, ViewState view, int least = 0, ExploredRevision? present = null)
    {
        var day = view.Query.AsOf;
        var (found, counts) = revision.Explore(view.Query);
        var hasMany = IsMany(revision, view.Query, found);
        var length = hasMany ? ListLengthOfMany : ListLength;
        var rows = revision.List(found, view.Sort, view.IsDescending, 0, Math.Clamp(least, length, LongestList));
        var known = day is null ? null : KnownRows.Of(revision, day.Value, rows);
        var knownView = known is null ? null : KnownView.Of(revision, present ?? revision, view, known.Changed);
        var (total, totalLeads) = revision.Totals(day);
        var lens = LensPicture.Of(revision, view.Query, found, rows, known?.Claims);
        return new Picture
        {
            View = view,
            Revision = revision,
            Known = knownView,
            Days = (present ?? revision).Days,
            Total = total,
            TotalLeads = totalLeads,
            Count = found.Count - found.Leads,
            LeadCount = found.Leads,
            Undated = found.Undated,
            Counts = counts,
            Filters = ActiveFilter.Of(view, counts, revision.Datasets, lens?.Name),
            Bands = revision.Bands(found, view.Query),
            Lens = lens,
            Lenses = LensPicture.Lenses(revision, view.Query, found),
            Incidents = known?.Rows ?? rows,
            Approximate = found.Approximate,
            NotPlacedCount = found.NotPlaced,
            NotPlaced = revision.ListUnplaced(found, length),
            Selected = view.Selection is not { } slug ? null : knownView is null ? revision.FindIncident(slug) : knownView.Selected?.Record,
            Chain = view.Selection is { } selected ? revision.Chain(selected, day) : null,
            HasMany = hasMany,
        };
    }

    /// <summary>Whether the question without its window has too many incidents to draw them one by one.</summary>
    /// <param name="found">What it finds with its window.</param>
    internal static bool IsMany(ExploredRevision revision, IncidentQuery query, IncidentSet found) => CountWithoutWindow(revision, query, found) > ExploredRevision.FewIncidents;

    private static int CountWithoutWindow(ExploredRevision revision, IncidentQuery query, IncidentSet found) =>
        query.Window.IsAll || found.Count > ExploredRevision.FewIncidents ? found.Count : revision.Find(query.Without(Facet.Time)).Count;
}
