using Dapper;
using Dashboard.Data.Import;
using Dashboard.Data.Json;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The mappings that were saved, by name.</summary>
internal static class ReadMappings
{
    private const string Sql = "SELECT name, document FROM mapping ORDER BY name";

    public static IReadOnlyList<NamedMapping> Ask(SqliteConnection connection) =>
        [.. connection.Query<Row>(Sql).Select(row => new NamedMapping(row.Name, DatasetJson.Value<Mapping>(row.Document)))];

    private sealed record Row
    {
        public required string Name { get; init; }

        public required string Document { get; init; }
    }
}
