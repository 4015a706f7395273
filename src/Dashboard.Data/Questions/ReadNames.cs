using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>
/// What places and actors are called, for lists: of those that were changed since, the last name; one that is gone keeps
/// the name it had.
/// </summary>
internal static class ReadNames
{
    private const string Columns = "SELECT id, document ->> 'name' AS Name, document ->> 'country' AS Country FROM part";

    private const string Some = $"""
        {Columns}
        WHERE dataset = @Dataset AND nature = @Nature AND id IN (SELECT value FROM json_each(@Ids))
        ORDER BY number
        """;

    private const string OfDataset = $"{Columns} WHERE dataset = @Dataset AND nature = @Nature AND to_revision IS NULL";

    public static Dictionary<string, PartName> Ask(SqliteConnection connection, long dataset, PartNature nature, IEnumerable<string> ids) =>
        ById(connection.Query<Row>(Some, new { Dataset = dataset, Nature = EnumWord.Of(nature), Ids = DatasetJson.OfWords(ids) }));

    public static Dictionary<string, PartName> Ask(SqliteConnection connection, long dataset, PartNature nature) =>
        ById(connection.Query<Row>(OfDataset, new { Dataset = dataset, Nature = EnumWord.Of(nature) }));

    private static Dictionary<string, PartName> ById(IEnumerable<Row> rows)
    {
        var names = new Dictionary<string, PartName>();
        foreach (var row in rows)
        {
            names[row.Id] = new PartName(row.Name, row.Country);
        }

        return names;
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string? Country { get; init; }
    }
}
