using System.Text.Json;
using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>
/// What of a staging file the store has already, row by row by the id, in the sets that SQLite is fast with. The connection
/// is the staging file's, with the store attached as <c>store</c>.
/// </summary>
internal static class Comparison
{
    private const int MostRefusalsShown = 100;

    private const string RevisionOfStore = "SELECT coalesce(max(id), 0) FROM store.revision";

    private const string FindDatasets = "UPDATE dataset SET stored = (SELECT d.number FROM store.dataset d WHERE d.slug = dataset.slug)";

    private const string ForgetKnown = "DELETE FROM known";

    private const string FindKnown = """
        INSERT INTO known (position, number, is_changed)
        SELECT r.position, i.number, i.fingerprint <> r.fingerprint
        FROM incident r
        CROSS JOIN dataset d ON d.number = r.dataset
        CROSS JOIN store.incident i INDEXED BY incident_that_holds ON i.dataset = d.stored AND i.id = r.id AND i.to_revision IS NULL
        ORDER BY r.position
        """;

    private const string CountRows = "SELECT dataset, count(*) FROM incident GROUP BY dataset";

    private const string CountKnown = """
        SELECT r.dataset, count(*), sum(k.is_changed)
        FROM known k CROSS JOIN incident r ON r.position = k.position
        GROUP BY r.dataset
        """;

    private const string StoredDescription = """
        SELECT p.document
        FROM store.part p JOIN store.dataset d ON d.number = p.dataset
        WHERE d.slug = @Slug AND p.nature = 'description' AND p.to_revision IS NULL
        """;

    /// <summary>Works out anew which rows the store has, which of them differ, and what a commit would do.</summary>
    public static Difference Run(SqliteConnection connection, StagedDatasets datasets, ColumnNames columns, StagedRefusals refusals, CancellationToken stop)
    {
        connection.Execute(FindDatasets);
        connection.Execute(ForgetKnown);
        connection.Execute(FindKnown);
        TakenSlugs.Resolve(connection, columns);
        StagedRelations.RefuseDangling(connection, datasets, refusals);
        StagedRelations.RefuseCircles(connection, datasets, refusals);
        datasets.Settle(slug => Stored(connection, slug));
        var counts = CountByDataset(connection);
        using var documents = new StagedDocuments(connection, columns);
        return new Difference
        {
            Revision = connection.ExecuteScalar<long>(RevisionOfStore),
            Added = counts.Values.Sum(count => count.Added),
            Changed = counts.Values.Sum(count => count.Changed),
            Unchanged = counts.Values.Sum(count => count.Unchanged),
            Refused = refusals.Count,
            Datasets = datasets.InUse.Select(dataset =>
            {
                var count = counts.GetValueOrDefault(dataset.Number);
                return new DatasetDifference(dataset.Description, dataset.IsNew, count.Added, count.Changed);
            }).ToValueList(),
            AddedSamples = Samples.Added(connection, documents),
            ChangedSamples = Samples.Changed(connection, documents),
            Refusals = refusals.Read().Take(MostRefusalsShown).ToValueList(),
            Duplicates = PossibleDuplicates.Find(connection, documents, stop),
        };
    }

    private static IReadOnlyDictionary<int, Count> CountByDataset(SqliteConnection connection)
    {
        var known = connection.Query<(int Dataset, long Known, long Changed)>(CountKnown).ToDictionary(row => row.Dataset);
        return connection.Query<(int Dataset, long Rows)>(CountRows).ToDictionary(
            row => row.Dataset,
            row => known.TryGetValue(row.Dataset, out var there) ? new Count(row.Rows - there.Known, there.Changed, there.Known - there.Changed) : new Count(row.Rows, 0, 0));
    }

    private static DatasetDescription? Stored(SqliteConnection connection, string slug) =>
        connection.QuerySingleOrDefault<string>(StoredDescription, new { Slug = slug }) is { } document
            ? JsonSerializer.Deserialize<DatasetDescription>(document, DatasetJson.Compact)
            : null;

    private readonly record struct Count(long Added, long Changed, long Unchanged);
}
