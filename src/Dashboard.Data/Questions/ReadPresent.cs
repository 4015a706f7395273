using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Which versions of incidents hold in the last revision, whichever one the connection sees.</summary>
internal static class ReadPresent
{
    private const string Sql = """
        SELECT any.number AS Asked, held.number AS Present
        FROM json_each(@Numbers) n
        CROSS JOIN main.incident any ON any.number = n.value
        CROSS JOIN main.incident held ON held.dataset = any.dataset AND held.id = any.id AND held.to_revision IS NULL
        """;

    public static Dictionary<long, long> Ask(SqliteConnection connection, IEnumerable<long> numbers) =>
        connection.Query<Row>(Sql, new { Numbers = $"[{string.Join(',', numbers)}]" }).ToDictionary(row => row.Asked, row => row.Present);

    private sealed record Row
    {
        public required long Asked { get; init; }

        public required long Present { get; init; }
    }
}
