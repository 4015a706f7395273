using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>
/// Fills a table without some of its indexes and makes them afterwards, sorted, in the same transaction: nobody else ever sees
/// the table without them. That is for changes that bring more rows than there were; what is unique is checked when it is made.
/// Each one costs a reading of the whole table, so those to which new rows come at the end, or not at all, are better kept.
/// </summary>
internal static class IndexesApart
{
    private const string Indexes = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN @Names ORDER BY rowid";

    /// <param name="names">Of the indexes in which new rows lie scattered.</param>
    public static T Run<T>(SqliteConnection connection, IReadOnlyList<string> names, Func<T> fill)
    {
        var indexes = connection.Query<IndexRow>(Indexes, new { Names = names }).ToList();
        foreach (var index in indexes)
        {
            connection.Execute($"DROP INDEX {index.Name}");
        }

        var result = fill();
        foreach (var index in indexes)
        {
            connection.Execute(index.Sql);
        }

        return result;
    }

    private sealed record IndexRow
    {
        public required string Name { get; init; }

        public required string Sql { get; init; }
    }
}
