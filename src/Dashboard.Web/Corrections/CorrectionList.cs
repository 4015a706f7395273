using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Corrections;

/// <summary>
/// Corrections of the incidents that a question asks for, the newest first, a page of them. Whatever the store holds, what is
/// read for a page is bounded: a page may have few or none, and still have a next one.
/// </summary>
/// <param name="Query">The question, as far as incidents meet it.</param>
/// <param name="After">The change that the page begins after; null for the first page.</param>
/// <param name="Next">What the next page begins after; null where this is the last one.</param>
/// <param name="Searched">How many changes were looked at.</param>
/// <param name="Changed">When the last of all changes was committed; null in an empty store.</param>
public sealed record CorrectionList(IncidentQuery Query, CorrectionCursor? After, IReadOnlyList<IncidentChange> Changes, CorrectionCursor? Next, int Searched, DateTimeOffset? Changed)
{
    public const int PageLength = 100;

    /// <summary>How many changes are looked at for one page.</summary>
    public const int MostSearched = 20_000;

    private const int FirstPiece = 200;

    private const int NextPiece = 5_000;

    private const int LatestRevisions = 20;

    /// <summary>Only what was changed after this revision is told, about the incidents that the question found in it; null for everything.</summary>
    public long? Since { get; init; }

    /// <param name="since">An earlier revision; null for the corrections of all time.</param>
    public static CorrectionList Of(DashboardStore store, ExploredRevision revision, IncidentQuery query, CorrectionCursor? after, ExploredRevision? since = null)
    {
        var asked = query with { AsOf = null, Lens = null };
        var (found, cursor, searched, isAll) = Search(store, revision, after, since, [asked]);
        var page = found.Take(PageLength).ToList();
        var next = found.Count > PageLength ? new CorrectionCursor(page[^1].Revision, page[^1].Number) : isAll ? null : cursor;
        var last = store.Revisions.Last(LatestRevisions).FirstOrDefault(change => change.Id <= revision.Index.Revision);
        return new CorrectionList(asked, after, store.ReadChanges(page), next, searched, last?.Committed) { Since = since?.Index.Revision };
    }

    /// <summary>How many corrections there were since an earlier revision of the incidents that all the questions found in it.</summary>
    /// <returns>One more than <see cref="PageLength"/> for any more than that; null where too much was changed to say.</returns>
    public static int? Count(DashboardStore store, ExploredRevision revision, ExploredRevision since, params IReadOnlyList<IncidentQuery> queries)
    {
        var search = Search(store, revision, null, since, queries);
        return search.IsAll || search.Found.Count > PageLength ? Math.Min(search.Found.Count, PageLength + 1) : null;
    }

    private static (List<ChangedIncident> Found, CorrectionCursor? Cursor, int Searched, bool IsAll) Search(
        DashboardStore store, ExploredRevision revision, CorrectionCursor? after, ExploredRevision? since, IReadOnlyList<IncidentQuery> queries)
    {
        var found = new List<ChangedIncident>();
        var (cursor, searched, isAll) = (after, 0, false);
        while (found.Count <= PageLength && searched < MostSearched && !isAll)
        {
            var take = searched == 0 ? FirstPiece : NextPiece;
            var piece = store.ReadChangedIncidents(revision.Index.Revision, cursor is { } from ? (from.Revision, from.Number) : null, take, since?.Index.Revision);
            isAll = piece.Count < take;
            searched += piece.Count;
            cursor = piece.Count == 0 ? cursor : new CorrectionCursor(piece[^1].Revision, piece[^1].Number);
            found.AddRange(since is null ? Told(revision, queries, piece) : ToldSince(since, queries, piece));
        }

        return (found, cursor, searched, isAll);
    }

    private static IEnumerable<ChangedIncident> Told(ExploredRevision revision, IReadOnlyList<IncidentQuery> queries, IReadOnlyList<ChangedIncident> piece)
    {
        var among = Among(revision, queries, piece.Select(change => change.Present));
        return piece.Where(change => change.Present is { } present ? among.Contains(present) : queries.All(IsOfEverything) && !change.IsLead);
    }

    /// <summary>Whatever became of them: what is gone, or meets the question no more, did meet it then.</summary>
    private static IEnumerable<ChangedIncident> ToldSince(ExploredRevision since, IReadOnlyList<IncidentQuery> queries, IReadOnlyList<ChangedIncident> piece)
    {
        var among = Among(since, queries, piece.Select(change => change.Earlier));
        return piece.Where(change => change.Earlier is { } earlier && among.Contains(earlier));
    }

    private static HashSet<long> Among(ExploredRevision revision, IReadOnlyList<IncidentQuery> queries, IEnumerable<long?> numbers) => [.. queries.Aggregate<IncidentQuery, IReadOnlyList<long>>(
        [.. numbers.OfType<long>().Distinct().Order()],
        (left, query) => [.. revision.Index.Numbers(revision.Among(query, left)).Order()])];

    /// <summary>What is gone has no facts that a question could ask for: it is told where nothing is asked.</summary>
    private static bool IsOfEverything(IncidentQuery query) => query with { Leads = LeadView.Hidden } == IncidentQuery.All && query.Leads != LeadView.Only;
}
