using System.Text.Json;
using Dashboard.Data.Documents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Incidents with all that they hold, as they are asked for.</summary>
internal static class ReadIncidents
{
    /// <summary>What one question to the database asks for: enough that asking costs little, few enough to be in memory.</summary>
    private const int Batch = 500;

    private const string ThatHold = $"SELECT {DocumentRows.Columns} FROM incident WHERE to_revision IS NULL";

    private const string EveryOne = $"{ThatHold} ORDER BY number";

    private const string EveryOneOfDataset = $"{ThatHold} AND dataset = (SELECT number FROM dataset WHERE slug = @Slug) ORDER BY number";

    private const string Some = $"SELECT {DocumentRows.Columns} FROM incident WHERE number IN (SELECT value FROM json_each(@Numbers))";

    public static IEnumerable<StoredIncident> All(SqliteConnection connection, ColumnNames columns) => Stream(connection, EveryOne, null, columns);

    public static IEnumerable<StoredIncident> OfDataset(SqliteConnection connection, string slug, ColumnNames columns) =>
        Stream(connection, EveryOneOfDataset, ("@Slug", slug), columns);

    /// <summary>In the order of the numbers, whether they still hold or not; unknown ones are left out.</summary>
    public static IEnumerable<StoredIncident> InOrder(SqliteConnection connection, IEnumerable<long> numbers, ColumnNames columns)
    {
        foreach (var batch in numbers.Chunk(Batch))
        {
            var found = Stream(connection, Some, ("@Numbers", JsonSerializer.Serialize(batch)), columns).ToDictionary(stored => stored.Number);
            foreach (var number in batch)
            {
                if (found.TryGetValue(number, out var stored))
                {
                    yield return stored;
                }
            }
        }
    }

    private static IEnumerable<StoredIncident> Stream(SqliteConnection connection, string sql, (string Name, object Value)? parameter, ColumnNames columns)
    {
        var slugs = ReadDatasets.SlugsByNumber(connection);
        return DocumentRows.Stream(connection, sql, parameter, (number, dataset, document) =>
        {
            var (incident, claims) = IncidentDocument.Read(document, columns);
            return new StoredIncident(number, slugs[dataset], incident, claims);
        });
    }
}
