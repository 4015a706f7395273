using Dapper;
using Dashboard.Data.Documents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The lists of columns that documents name by their number. There are few, and none ever goes.</summary>
internal static class ReadColumnNames
{
    private const string Count = "SELECT count(*) FROM column_names";

    private const string All = "SELECT number, names FROM column_names";

    /// <summary>Takes in what is there, unless nothing was added since.</summary>
    public static void Refresh(SqliteConnection connection, ColumnNames columns)
    {
        if (connection.ExecuteScalar<int>(Count) <= columns.Count)
        {
            return;
        }

        foreach (var row in connection.Query<Row>(All))
        {
            columns.Add(row.Number, row.Names);
        }
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required string Names { get; init; }
    }
}
