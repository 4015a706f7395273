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

    public static CorrectionList Of(DashboardStore store, ExploredRevision revision, IncidentQuery query, CorrectionCursor? after)
    {
        var asked = query with { AsOf = null, Lens = null };
        var found = new List<ChangedIncident>();
        var (cursor, searched, isAll) = (after, 0, false);
        while (found.Count <= PageLength && searched < MostSearched && !isAll)
        {
            var take = searched == 0 ? FirstPiece : NextPiece;
            var piece = store.ReadChangedIncidents(revision.Index.Revision, cursor is { } from ? (from.Revision, from.Number) : null, take);
            isAll = piece.Count < take;
            searched += piece.Count;
            cursor = piece.Count == 0 ? cursor : new CorrectionCursor(piece[^1].Revision, piece[^1].Number);
            var among = revision.Index.Numbers(revision.Among(asked, [.. piece.Select(change => change.Present).OfType<long>().Distinct().Order()])).ToHashSet();
            found.AddRange(piece.Where(change => change.Present is { } present ? among.Contains(present) : IsOfEverything(asked) && !change.IsLead));
        }

        var page = found.Take(PageLength).ToList();
        var next = found.Count > PageLength ? new CorrectionCursor(page[^1].Revision, page[^1].Number) : isAll ? null : cursor;
        var last = store.ReadRevisions(LatestRevisions).FirstOrDefault(change => change.Id <= revision.Index.Revision);
        return new CorrectionList(asked, after, store.ReadChanges(page), next, searched, last?.Committed);
    }

    /// <summary>What is gone has no facts that a question could ask for: it is told where nothing is asked.</summary>
    private static bool IsOfEverything(IncidentQuery query) => query with { Leads = LeadView.Hidden } == IncidentQuery.All && query.Leads != LeadView.Only;
}
