using Dapper;
using Dashboard.Data.Schema;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>
/// One SQLite file in a directory of its own: one writer, many readers. The file is in write-ahead mode, so readers see
/// the last committed revision while the next one is being written, and a commit is on the disk before it is acknowledged.
/// </summary>
internal sealed class SqliteEngine : IDisposable
{
    private const int BusySeconds = 5;

    /// <summary>Documents have one to two kilobytes: of the usual pages each would leave a quarter empty. It holds for a new file only.</summary>
    private const string PageSize = "PRAGMA page_size = 16384";

    /// <summary>Settings that hold for one connection only.</summary>
    private const string WriterSettings = $"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA mmap_size = 0;
        """;

    private readonly DirectoryLock? _lock;
    private readonly Writer? _writer;
    private readonly string _reading;

    private SqliteEngine(string path, DirectoryLock? directoryLock, Writer? writer, string reading)
    {
        Path = path;
        _lock = directoryLock;
        _writer = writer;
        _reading = reading;
    }

    /// <summary>Of the database; full.</summary>
    public string Path { get; }

    private Writer Changing => _writer ?? throw new InvalidOperationException("the store was opened for reading only");

    /// <exception cref="StoreRefusedException">The store does not open; nothing was changed and nothing is held.</exception>
    public static SqliteEngine Open(string directory)
    {
        SqliteLibrary.Load();
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, "dashboard.db"));
        var directoryLock = DirectoryLock.Take(System.IO.Path.GetDirectoryName(path)!);
        try
        {
            Inspection.Inspect(path);
            var writer = new Writer(OpenWriter(path));
            return new SqliteEngine(path, directoryLock, writer, ConnectionString(path, SqliteOpenMode.ReadOnly, pooling: true));
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file that is there for reading only, beside whoever has the directory.</summary>
    /// <exception cref="StoreRefusedException">There is none, or it cannot be read.</exception>
    public static SqliteEngine OpenToRead(string directory)
    {
        SqliteLibrary.Load();
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, "dashboard.db"));
        var reading = ConnectionString(path, SqliteOpenMode.ReadOnly, pooling: true);
        if (!File.Exists(path))
        {
            throw FileRefusal.NothingThere(path);
        }

        try
        {
            using var connection = new SqliteConnection(reading);
            connection.Open();
            Inspection.InspectToRead(connection, path);
            return new SqliteEngine(path, directoryLock: null, writer: null, reading);
        }
        catch (SqliteException error)
        {
            throw FileRefusal.Of(path, error);
        }
    }

    /// <summary>Answers from one committed revision; any number of threads may read at once.</summary>
    /// <exception cref="StoreRefusedException">What is asked for is damaged.</exception>
    public T Read<T>(Func<SqliteConnection, T> question)
    {
        using var connection = new SqliteConnection(_reading);
        connection.Open();
        try
        {
            return Transaction.Read(connection, question);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT)
        {
            throw FileRefusal.Of(Path, error);
        }
    }

    /// <summary>Makes one change, whole or not at all.</summary>
    public T Write<T>(Func<SqliteConnection, T> change) => Changing.Write(change);

    /// <summary>Makes one small change when its turn comes, and waits for nothing; where it fails, nobody hears of it.</summary>
    public void Post(Action<SqliteConnection> change) => Changing.Post(connection =>
    {
        try
        {
            change(connection);
        }
        catch (SqliteException)
        {
            // Nobody waits for it.
        }
    });

    /// <summary>Makes one large change, whole or not at all, out of another database that the change sees under a name.</summary>
    public T WriteFrom<T>(string path, string name, Func<SqliteConnection, T> change)
    {
        var result = Changing.Run(connection => LargeChange.Run(connection, path, name, change));
        Changing.Post(LargeChange.FoldJournal);
        return result;
    }

    /// <summary>Closes the readers first, so that the writer is the last: SQLite then folds the journal back into the file.</summary>
    public void Dispose()
    {
        using (var pooled = new SqliteConnection(_reading))
        {
            SqliteConnection.ClearPool(pooled);
        }

        _writer?.Dispose();
        _lock?.Dispose();
    }

    private static SqliteConnection OpenWriter(string path)
    {
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            RefuseReadOnly(connection, path);
            connection.Execute(PageSize);
            connection.Execute(WriterSettings);
            SchemaScripts.Apply(connection);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw FileRefusal.Of(path, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>SQLite opens a file that it may not write for reading only, and says so at the first change; here it is said at once.</summary>
    private static void RefuseReadOnly(SqliteConnection connection, string path)
    {
        if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
        {
            throw FileRefusal.NotWritable(path, "this user may only read it.");
        }
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = pooling,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
    }.ToString();
}
