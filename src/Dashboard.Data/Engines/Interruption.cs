using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>
/// While it lives, what the connection does ends when it is asked to: SQLite then undoes the statement, and a transaction
/// that wrote is rolled back whole.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Steps of SQLite's machine between two looks: some tenths of a millisecond.</summary>
    private const int StepsBetweenLooks = 2000;

    private readonly SqliteConnection _connection;

    public Interruption(SqliteConnection connection, Func<bool> isAsked)
    {
        _connection = connection;
        raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => isAsked() ? 1 : 0, null);
    }

    public Interruption(SqliteConnection connection, CancellationToken stop)
        : this(connection, () => stop.IsCancellationRequested)
    {
    }

    public static bool IsInterruption(SqliteException error) => error.SqliteErrorCode == raw.SQLITE_INTERRUPT;

    public void Dispose() => raw.sqlite3_progress_handler(_connection.Handle, 0, null, null);
}
