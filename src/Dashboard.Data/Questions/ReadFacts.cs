using Dashboard.Data.Documents;
using Dashboard.Domain.Querying;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The facts of every incident and lead that holds, by number.</summary>
internal static class ReadFacts
{
    private const string Sql = $"SELECT {DocumentRows.Columns} FROM incident WHERE to_revision IS NULL ORDER BY number";

    public static IEnumerable<IncidentFacts> Stream(SqliteConnection connection)
    {
        var readers = ReadDatasets.SlugsByNumber(connection).ToDictionary(
            dataset => dataset.Key,
            dataset => new FactsDocument(dataset.Value, ReadNames.Ask(connection, dataset.Key, PartNature.Place)));
        return DocumentRows.Stream(connection, Sql, null, (number, dataset, document) => readers[dataset].Read(number, document));
    }
}
