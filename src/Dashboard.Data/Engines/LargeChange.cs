using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>A change of millions of rows, copied from another file. It needs more memory than others while it lasts, and its journal is folded afterwards.</summary>
internal static class LargeChange
{
    /// <summary>Kibibytes of pages that are held before they go to the journal; half of it is enough for the usual ones. What is sorted is sorted on a thread beside.</summary>
    private const string TakeMemory = "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -32768; PRAGMA threads = 1";

    private const string GiveBack = "PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -2000; PRAGMA threads = 0; PRAGMA shrink_memory";

    /// <param name="path">Of the other file, which is only read.</param>
    /// <param name="name">The schema name under which the change finds it.</param>
    public static T Run<T>(SqliteConnection connection, string path, string name, Func<SqliteConnection, T> change)
    {
        connection.Execute($"ATTACH @Address AS {name}", new { Address = ReadOnlyAddress.Of(path) });
        connection.Execute(TakeMemory);
        try
        {
            return Transaction.Write(connection, change);
        }
        finally
        {
            connection.Execute(GiveBack);
            connection.Execute($"DETACH {name}");
        }
    }

    /// <summary>Brings the journal back into the file, as far as nobody reads from it, and shortens it.</summary>
    public static void FoldJournal(SqliteConnection connection)
    {
        try
        {
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // What is committed is in the journal, and stays there until there is room for it in the file.
        }
    }
}
