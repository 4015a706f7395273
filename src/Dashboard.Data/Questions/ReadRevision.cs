using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The number of the last committed change; 0 before the first.</summary>
internal static class ReadRevision
{
    private const string Sql = "SELECT coalesce(max(id), 0) FROM revision";

    public static long Ask(SqliteConnection connection) => connection.ExecuteScalar<long>(Sql);
}
