using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index;
using Dashboard.Web.Explore;
using Dashboard.Web.Filters;
using Dashboard.Web.Lens;
using Dashboard.Web.Timeline;

namespace Dashboard.Web.Sharing;

/// <summary>
/// What a view says of itself wherever it travels: on a preview picture, in a citation, in the head of a page. The numbers are
/// those of the page, from the same index.
/// </summary>
public sealed record SharedView
{
    public required ViewState View { get; init; }

    public required ExploredRevision Revision { get; init; }

    public required IncidentSet Found { get; init; }

    /// <summary>How many incidents there are, whatever is asked; leads apart.</summary>
    public int Total => Revision.Totals(View.Query.AsOf).Incidents;

    /// <summary>How many incidents meet the question; leads apart.</summary>
    public int Count => Found.Count - Found.Leads;

    /// <summary>What it is about: the open incident, else the dataset.</summary>
    public required string Title { get; init; }

    /// <summary>"28 Jan 2024, about 02:30 · Tower 22": when and where the open incident was; null where none is open.</summary>
    public required string? Occasion { get; init; }

    /// <summary>The name of its one dataset, or how many they are.</summary>
    public required string Dataset { get; init; }

    /// <summary>"24 of 43 incidents".</summary>
    public string Counted => SeenWords.Of(View.Query, Count, Total, Found.Leads);

    /// <summary>The window in words; null where it is open on both sides.</summary>
    public string? Period => View.Query.Window.IsAll ? null : WindowWords.Of(View.Query.Window);

    /// <summary>On which day and through whose account it is looked at, and what else it is filtered by, in the order of the filters on screen.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>The account that it is looked at through; null for the record.</summary>
    public required LensAccount? Lens { get; init; }

    /// <summary>When the revision was committed.</summary>
    public required DateTimeOffset Committed { get; init; }

    /// <summary>"As of 21 Nov 2026, revision 12".</summary>
    public string AsOf => $"As of {DateWords.Short.Day(DateOnly.FromDateTime(Committed.UtcDateTime))}, revision {Revision.Index.Revision}";

    /// <summary>"24 of 43 incidents, 18 Jan – 9 Feb 2024. Strike · Syria.": for who cannot see the picture.</summary>
    public string Description => $"{Counted}{(Period is { } period ? $", {period}" : "")}.{(Filters.Count > 0 ? $" {string.Join(" · ", Filters)}." : "")}";

    /// <summary>The titles of the datasets that it asks about.</summary>
    public IReadOnlyList<string> DatasetTitles => [.. Asked.Select(dataset => dataset.Description.Title)];

    /// <summary>To whom the data are owed, each once.</summary>
    public IReadOnlyList<string> Attributions => [.. Asked.Select(dataset => dataset.Description.Attribution).Where(text => text.Length > 0).Distinct()];

    /// <summary>The releases of its datasets, where they are known: "UCDP GED 25.1".</summary>
    public IReadOnlyList<string> Versions => [.. Asked.Where(dataset => dataset.Description.Version is not null)
        .Select(dataset => $"{dataset.Description.Codebook ?? dataset.Description.Title} {dataset.Description.Version}").Distinct()];

    /// <summary>The datasets that it asks about.</summary>
    public IReadOnlyList<DatasetDescription> AskedDatasets => [.. Asked.Select(dataset => dataset.Description)];

    private IEnumerable<Data.DatasetSummary> Asked => Revision.Datasets.All.Where(dataset => View.Query.Datasets.Count == 0 || View.Query.Datasets.Contains(dataset.Description.Slug));

    /// <param name="revision">The one that the day of the view is seen on.</param>
    /// <param name="asked">As an address says; a day that is not over is none.</param>
    public static SharedView Of(Exploration exploration, ExploredRevision revision, ViewState asked) => Of(revision, exploration.Drawn(asked));

    /// <param name="revision">The one that the day of the view is seen on.</param>
    /// <param name="view">As it is drawn: its day, if it has one, is over.</param>
    public static SharedView Of(ExploredRevision revision, ViewState view)
    {
        var lens = LensAccount.Of(revision, view.Query.Lens);
        var filters = ActiveFilter.Of(view, revision.Names(view.Query), revision.Datasets, lens?.Name);
        var found = revision.Find(view.Query);
        var selected = view.Selection is { } slug ? revision.FindIncident(slug) : null;
        var dataset = revision.Datasets.All.Count == 0 ? "No incidents yet" : revision.Datasets.NameOf(view.Query);
        var withoutWindow = filters.Where(filter => view.Query.Window.IsAll || !filter.Without.Query.Window.IsAll);
        return new SharedView
        {
            View = view,
            Revision = revision,
            Found = found,
            Title = selected?.Incident.Title ?? dataset,
            Occasion = selected is null ? null : string.Join(" · ", [OccurrenceWords.Short(selected.Incident.Occurrence, view.Clock), .. selected.Places.Select(place => place.Name).Take(2)]),
            Dataset = dataset,
            Lens = lens,
            Filters = [.. view.Query.AsOf is { } day ? new[] { $"as known on {DateWords.Short.Day(day)}" } : [], .. lens is null ? [] : new[] { $"as claimed by {lens.Name}, {SeenWords.Number(found.Mentioned ?? 0)} mentioned" }, .. withoutWindow.Select(filter => filter.Label)],
            Committed = revision.Store.Revisions.Find(revision.Index.Revision)?.Committed ?? DateTimeOffset.UnixEpoch,
        };
    }
}
