using System.Text;
using System.Text.Json;
using Dapper;
using Dashboard.Data.Engines;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>
/// Actors, places, sources and the like that a revision brought go with it, unless a later one came to rely on them; those
/// that it replaced hold again.
/// </summary>
internal static class UndoParts
{
    private const string Brought = """
        SELECT p.number, p.dataset, p.nature, p.id, p.document
        FROM part p
        WHERE p.from_revision = @Undone AND p.to_revision IS NULL
        """;

    private const string Replaced = """
        SELECT b.number
        FROM part c JOIN part b ON b.dataset = c.dataset AND b.nature = c.nature AND b.id = c.id AND b.to_revision IS NULL
        WHERE c.to_revision = @Undone
        """;

    private const string LaterIncidents = """
        SELECT dataset, document
        FROM incident
        WHERE from_revision > ?1 AND from_revision <> ?2 AND to_revision IS NULL
          AND dataset IN (SELECT DISTINCT dataset FROM part WHERE from_revision = ?1)
        """;

    private const string LaterParts = """
        SELECT dataset, document
        FROM part
        WHERE from_revision > ?1 AND to_revision IS NULL
          AND dataset IN (SELECT DISTINCT dataset FROM part WHERE from_revision = ?1)
        """;

    private const string Close = "UPDATE part SET to_revision = @Revision WHERE number = @Number";

    private const string Restore = """
        INSERT INTO part (dataset, nature, id, from_revision, document)
        SELECT dataset, nature, id, @Revision, document
        FROM part
        WHERE to_revision = @Undone
        ORDER BY number
        """;

    public static void Run(SqliteConnection connection, long undone, long revision)
    {
        var place = new { Undone = undone, Revision = revision };
        var brought = connection.Query<Part>(Brought, place).ToList();
        var replaced = connection.Query<long>(Replaced, place).ToHashSet();
        var needed = Needed(connection, undone, revision, brought);
        connection.Execute(Close, brought
            .Where(part => replaced.Contains(part.Number) || !needed.Contains((part.Dataset, part.Id)))
            .Select(part => new { Revision = revision, part.Number }));
        connection.Execute(Restore, place);
    }

    /// <summary>The ids of the brought parts that later rows name, and of those that these name in their turn.</summary>
    private static HashSet<(long Dataset, string Id)> Needed(SqliteConnection connection, long undone, long revision, List<Part> brought)
    {
        var candidates = brought.Select(part => (part.Dataset, part.Id)).ToHashSet();
        var needed = new HashSet<(long Dataset, string Id)>();
        Take(LaterIncidents, isIncident: true);
        Take(LaterParts, isIncident: false);
        for (var known = -1; known < needed.Count;)
        {
            known = needed.Count;
            foreach (var part in brought.Where(part => needed.Contains((part.Dataset, part.Id))))
            {
                TakeTexts(part.Dataset, Encoding.UTF8.GetBytes(part.Document));
            }
        }

        return needed;

        void Take(string question, bool isIncident)
        {
            using var later = new RawStatement(connection, question);
            later.Bind(1, undone);
            if (isIncident)
            {
                later.Bind(2, revision);
            }

            while (later.Step())
            {
                var dataset = later.Integer(0);
                TakeTexts(dataset, later.Utf8(1));
                if (isIncident)
                {
                    needed.UnionWith(brought.Where(part => part.Dataset == dataset && part.Nature == "description").Select(part => (dataset, part.Id)));
                }
            }
        }

        // An id is a text of its own in every document. Another text that happens to be the same keeps a part too many.
        void TakeTexts(long dataset, ReadOnlySpan<byte> document)
        {
            var json = new Utf8JsonReader(document);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.String && json.GetString() is { } text && candidates.Contains((dataset, text)))
                {
                    needed.Add((dataset, text));
                }
            }
        }
    }

    private sealed record Part
    {
        public required long Number { get; init; }

        public required long Dataset { get; init; }

        public required string Nature { get; init; }

        public required string Id { get; init; }

        public required string Document { get; init; }
    }
}
