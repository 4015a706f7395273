using Dashboard.Data.Documents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The facts of every incident and lead that holds, or that held at a revision, by number.</summary>
internal static class ReadFacts
{
    private const string Sql = $"SELECT {DocumentRows.Columns} FROM incident WHERE to_revision IS NULL ORDER BY number";

    /// <summary>One pass over the table itself: everything is read, in its order, and no index helps.</summary>
    private const string AtRevision = $"SELECT {DocumentRows.Columns} FROM main.incident WHERE from_revision <= @Revision AND (to_revision IS NULL OR to_revision > @Revision) ORDER BY number";

    /// <param name="revision">Null for what holds.</param>
    public static IEnumerable<IncidentFacts> Stream(SqliteConnection connection, long? revision)
    {
        var readers = ReadDatasets.SlugsByNumber(connection).ToDictionary(
            dataset => dataset.Key,
            dataset => new FactsDocument(
                dataset.Value,
                new DatasetValues(ReadNames.Ask(connection, dataset.Key, PartNature.Place)),
                new KnownFacts(ReadParts.Ask<Source>(connection, dataset.Value, PartNature.Source), ReadCorrected.Ask(connection, dataset.Key))));
        return DocumentRows.StreamAhead(connection, revision is null ? Sql : AtRevision, revision, (number, dataset, document) => readers[dataset].Read(number, document));
    }
}
