using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>
/// Incidents that were changed, removed or restored, the last revision first; within one, the row that came last first. What
/// a revision added is none of them. Read along indexes, from where the reading before ended.
/// </summary>
internal static class ReadChangedIncidents
{
    private const string Revisions = """
        SELECT id, undoes IS NOT NULL AS IsUndo
        FROM revision
        WHERE id <= @From AND id > @Since AND (changed > 0 OR removed > 0 OR undoes IS NOT NULL)
        ORDER BY id DESC
        """;

    private const string Present = """
        coalesce(
            (SELECT h.number FROM incident h WHERE h.dataset = c.dataset AND h.id = c.id AND h.to_revision IS NULL AND h.from_revision <= @Last),
            (SELECT h.number FROM incident h
             WHERE h.dataset = c.dataset AND h.id = c.id AND h.to_revision IS NOT NULL AND h.to_revision > @Last AND h.from_revision <= @Last))
        """;

    private const string Earlier = """
        CASE WHEN @Since > 0 THEN coalesce(
            (SELECT h.number FROM incident h WHERE h.dataset = c.dataset AND h.id = c.id AND h.to_revision IS NULL AND h.from_revision <= @Since),
            (SELECT h.number FROM incident h
             WHERE h.dataset = c.dataset AND h.id = c.id AND h.to_revision IS NOT NULL AND h.to_revision > @Since AND h.from_revision <= @Since)) END
        """;

    private const string Ended = $"""
        SELECT @Revision AS Revision, c.number, {Present} AS Present, {Earlier} AS Earlier, c.is_lead AS IsLead
        FROM incident c
        WHERE c.to_revision = @Revision AND c.number < @Below
        ORDER BY c.number DESC
        LIMIT @Take
        """;

    /// <summary>Only an undo brings back what had been removed: everything else that it brings replaces something.</summary>
    private const string Restored = $"""
        SELECT @Revision AS Revision, c.number, c.number AS Present, {Earlier} AS Earlier, c.is_lead AS IsLead
        FROM incident c
        WHERE c.from_revision = @Revision AND c.number < @Below
          AND NOT EXISTS (
            SELECT 1 FROM incident b INDEXED BY incident_that_held
            WHERE b.dataset = c.dataset AND b.id = c.id AND b.to_revision IS NOT NULL AND b.to_revision = @Revision)
        ORDER BY c.number DESC
        LIMIT @Take
        """;

    /// <param name="last">The revision as of which is asked; later ones are left out.</param>
    /// <param name="after">The one before the first that is wanted; null begins with the last change.</param>
    /// <param name="since">The revision before the first that is told of; 0 for all.</param>
    public static List<ChangedIncident> Ask(SqliteConnection connection, long last, (long Revision, long Number)? after, int take, long since)
    {
        var found = new List<ChangedIncident>();
        var from = Math.Min(last, after?.Revision ?? last);
        foreach (var changed in connection.Query<RevisionRow>(Revisions, new { From = from, Since = since }))
        {
            var revision = changed.Id;
            var below = revision == after?.Revision ? after.Value.Number : long.MaxValue;
            foreach (var question in changed.IsUndo ? [Restored, Ended] : new[] { Ended })
            {
                var place = new { Revision = revision, Last = last, Since = since, Below = below, Take = take - found.Count };
                found.AddRange(connection.Query<Row>(question, place).Select(row => new ChangedIncident(row.Revision, row.Number, row.Present, row.Earlier, row.IsLead)));
            }

            if (found.Count >= take)
            {
                break;
            }
        }

        return found;
    }

    private sealed record RevisionRow
    {
        public required long Id { get; init; }

        public required bool IsUndo { get; init; }
    }

    private sealed record Row
    {
        public required long Revision { get; init; }

        public required long Number { get; init; }

        public required long? Present { get; init; }

        public required long? Earlier { get; init; }

        public required bool IsLead { get; init; }
    }
}
