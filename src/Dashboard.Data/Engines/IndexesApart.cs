using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>
/// Fills a table without its indexes and makes them afterwards, sorted, in the same transaction: nobody else ever sees the
/// table without them. That is for changes that bring more rows than there were; what is unique is checked when it is made.
/// </summary>
internal static class IndexesApart
{
    private const string Indexes = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = @Table AND sql IS NOT NULL ORDER BY rowid";

    public static T Run<T>(SqliteConnection connection, string table, Func<T> fill)
    {
        var indexes = connection.Query<IndexRow>(Indexes, new { Table = table }).ToList();
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
