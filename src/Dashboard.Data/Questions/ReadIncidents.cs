using Dashboard.Data.Documents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>Incidents with all that they hold, as they are asked for.</summary>
internal static class ReadIncidents
{
    private const string ThatHold = $"SELECT {DocumentRows.Columns} FROM incident WHERE to_revision IS NULL";

    private const string EveryOne = $"{ThatHold} ORDER BY number";

    private const string EveryOneOfDataset = $"{ThatHold} AND dataset = (SELECT number FROM dataset WHERE slug = @Slug) ORDER BY number";

    public static IEnumerable<StoredIncident> All(SqliteConnection connection, ColumnNames columns) =>
        DocumentRows.Stream(connection, EveryOne, null, Reading(connection, columns));

    public static IEnumerable<StoredIncident> OfDataset(SqliteConnection connection, string slug, ColumnNames columns) =>
        DocumentRows.Stream(connection, EveryOneOfDataset, slug, Reading(connection, columns));

    /// <inheritdoc cref="DocumentRows.InOrder"/>
    public static IEnumerable<StoredIncident> InOrder(SqliteConnection connection, IEnumerable<long> numbers, ColumnNames columns) =>
        DocumentRows.InOrder(connection, numbers, Reading(connection, columns));

    private static DocumentRows.Reading<StoredIncident> Reading(SqliteConnection connection, ColumnNames columns)
    {
        var slugs = ReadDatasets.SlugsByNumber(connection);
        return (number, dataset, document) =>
        {
            var (incident, claims) = IncidentDocument.Read(document, columns);
            return new StoredIncident(number, slugs[dataset], incident, claims);
        };
    }
}
