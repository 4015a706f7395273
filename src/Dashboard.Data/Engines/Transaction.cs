using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>All of the work, or nothing of it. The first error is the one that is thrown.</summary>
internal static class Transaction
{
    /// <summary>Takes the write lock at once, so that it never has to be upgraded halfway.</summary>
    public static T Write<T>(SqliteConnection connection, Func<SqliteConnection, T> work) => Run(connection, "BEGIN IMMEDIATE", work);

    /// <summary>Every question of the work sees the same revision.</summary>
    public static T Read<T>(SqliteConnection connection, Func<SqliteConnection, T> work) => Run(connection, "BEGIN DEFERRED", work);

    private static T Run<T>(SqliteConnection connection, string begin, Func<SqliteConnection, T> work)
    {
        connection.Execute(begin);
        try
        {
            var result = work(connection);
            connection.Execute("COMMIT");
            return result;
        }
        catch
        {
            // A full disk has rolled back already; rolling back again would hide the error that says so.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                connection.Execute("ROLLBACK");
            }

            throw;
        }
    }
}
