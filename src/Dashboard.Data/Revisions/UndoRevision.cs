using Dapper;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>
/// A new revision that restores what held before another one: what that brought is closed, what it closed holds again. Nothing
/// is deleted, so this can be undone in its turn.
/// </summary>
internal static class UndoRevision
{
    private const string FindWhat = "SELECT what FROM revision WHERE id = @Undone";

    private const string FindUndoneBy = "SELECT max(id) FROM revision WHERE undoes = @Undone";

    /// <summary>A later revision that closed what this one brought, or that brought again what this one closed.</summary>
    private const string ChangedLater = """
        SELECT min(later)
        FROM (
          SELECT to_revision AS later FROM incident WHERE from_revision = @Undone AND to_revision IS NOT NULL
          UNION ALL
          SELECT to_revision FROM part WHERE from_revision = @Undone AND to_revision IS NOT NULL
          UNION ALL
          SELECT o.from_revision
          FROM incident c JOIN incident o ON o.dataset = c.dataset AND o.id = c.id AND o.to_revision IS NULL
          WHERE c.to_revision = @Undone AND o.from_revision <> @Undone
          UNION ALL
          SELECT o.from_revision
          FROM part c JOIN part o ON o.dataset = c.dataset AND o.nature = c.nature AND o.id = c.id AND o.to_revision IS NULL
          WHERE c.to_revision = @Undone AND o.from_revision <> @Undone)
        """;

    private const string TakenSlug = """
        SELECT c.slug
        FROM incident c JOIN incident o ON o.slug = c.slug AND o.to_revision IS NULL
        WHERE c.to_revision = @Undone AND o.from_revision <> @Undone
        LIMIT 1
        """;

    private const string FindCounts = """
        SELECT
          (SELECT count(*) FROM incident WHERE from_revision = @Undone) AS Brought,
          (SELECT count(*) FROM incident WHERE to_revision = @Undone) AS Closed,
          (SELECT count(*)
           FROM incident c JOIN incident b ON b.dataset = c.dataset AND b.id = c.id AND b.to_revision IS NULL
           WHERE c.to_revision = @Undone AND b.from_revision = @Undone) AS Replaced
        """;

    private const string LastNumber = "SELECT coalesce(max(number), 0) FROM incident";

    private const string CloseBrought = "UPDATE incident SET to_revision = @Revision WHERE from_revision = @Undone AND to_revision IS NULL";

    private const string RestoreClosed = """
        INSERT INTO incident (number, dataset, id, slug, from_revision, is_lead, fingerprint, title, start_ms, latitude, longitude, document)
        SELECT @Last + row_number() OVER (ORDER BY number), dataset, id, slug, @Revision, is_lead, fingerprint, title, start_ms, latitude, longitude, document
        FROM incident
        WHERE to_revision = @Undone
        ORDER BY number
        """;

    /// <param name="who">The account that does it; null where nobody signed in.</param>
    /// <returns>The new revision, with what it added, changed and removed.</returns>
    /// <exception cref="RefusedException">There is no such revision, it is undone already, or a later one changed the same.</exception>
    public static CommittedRevision Run(SqliteConnection connection, long undone, DateTimeOffset now, string? who)
    {
        var what = connection.QuerySingleOrDefault<string>(FindWhat, new { Undone = undone }) ?? throw new RefusedException($"There is no revision {undone}.");
        RefuseWhatCameLater(connection, undone);
        var (brought, closed, replaced) = connection.QuerySingle<(long, long, long)>(FindCounts, new { Undone = undone });
        var (added, removed) = (closed - replaced, brought - replaced);
        var revision = NewRevision.Begin(connection, now, $"Undo: {what}", who, undone);
        var place = new { Revision = revision, Undone = undone, Last = connection.ExecuteScalar<long>(LastNumber) };
        connection.Execute(CloseBrought, place);
        connection.Execute(RestoreClosed, place);
        UndoParts.Run(connection, undone, revision);
        RestoredText.Write(connection, revision);
        return NewRevision.Finish(connection, new CommittedRevision(revision, added, replaced, removed));
    }

    private static void RefuseWhatCameLater(SqliteConnection connection, long undone)
    {
        if (connection.ExecuteScalar<long?>(FindUndoneBy, new { Undone = undone }) is { } undo)
        {
            throw new RefusedException($"Revision {undone} is undone already, by revision {undo}. To have it again, undo that one.");
        }

        if (connection.ExecuteScalar<long?>(ChangedLater, new { Undone = undone }) is { } later)
        {
            throw new RefusedException($"Revision {undone} cannot be undone: revision {later} changed some of the same. Undo that one first.");
        }

        if (connection.ExecuteScalar<string?>(TakenSlug, new { Undone = undone }) is { } slug)
        {
            throw new RefusedException($"Revision {undone} cannot be undone: another incident has the address {slug} by now.");
        }
    }
}
