using Dapper;
using Dashboard.Data.Json;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>What every dataset that has it says of one actor or place, in the order of the datasets.</summary>
internal static class DescribedParts
{
    private const string Sql = """
        SELECT p.dataset, p.document
        FROM dataset d CROSS JOIN part p ON p.dataset = d.number AND p.nature = @Nature AND p.id = @Id AND p.to_revision IS NULL
        ORDER BY d.number
        """;

    public static IEnumerable<(long Dataset, T Part)> Ask<T>(SqliteConnection connection, PartNature nature, string id) =>
        connection.Query<Row>(Sql, new { Nature = EnumWord.Of(nature), Id = id }).Select(row => (row.Dataset, DatasetJson.Value<T>(row.Document)));

    private sealed record Row
    {
        public required long Dataset { get; init; }

        public required string Document { get; init; }
    }
}
