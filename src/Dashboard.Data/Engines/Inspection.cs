using Dapper;
using Dashboard.Data.Schema;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>Looks at an existing file before anything may write to it, and refuses one that is not ours to change.</summary>
internal static class Inspection
{
    /// <summary>What marks a file as ours in its header: the letters "DshB".</summary>
    public const int ApplicationId = 0x44736842;

    /// <summary>From this size on the incidents themselves, and the words that they are found by, are not read to open a file: it would take minutes.</summary>
    public const long Large = 1L << 30;

    private const string SmallTables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'incident' AND name NOT LIKE 'incident_text%' AND name NOT LIKE 'sqlite_%'";

    private const string CountTables = "SELECT count(*) FROM sqlite_schema";

    /// <param name="large">From so many bytes on only the small tables are looked at whole.</param>
    /// <exception cref="StoreRefusedException">The file is damaged, another program's, or newer than this program.</exception>
    public static void Inspect(string path, long large = Large)
    {
        // A file without a byte, and one without a table, is what an interrupted first start leaves behind.
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        try
        {
            using var connection = OpenUntouched(path);
            if (IsBlank(connection))
            {
                return;
            }

            Version(connection, path);
            var finding = new FileInfo(path).Length < large ? connection.ExecuteScalar<string>("PRAGMA quick_check(1)") : LookAtSmallTables(connection);
            if (finding != "ok")
            {
                throw FileRefusal.Damaged(path, $"it is damaged ({finding})");
            }
        }
        catch (SqliteException error)
        {
            throw FileRefusal.Of(path, error);
        }
    }

    /// <summary>Looks at a file that is only going to be read, maybe while another process writes it.</summary>
    /// <exception cref="StoreRefusedException">There is none, or not one that this program can read.</exception>
    public static void InspectToRead(SqliteConnection connection, string path)
    {
        if (IsBlank(connection))
        {
            throw FileRefusal.NothingThere(path);
        }

        var version = Version(connection, path);
        if (version < SchemaScripts.Newest)
        {
            throw new StoreRefusedException(StoreRefusal.OlderSchema,
                $"{path} was written by an older release: its schema is {version}, this release reads {SchemaScripts.Newest}. Start the dashboard on it once, which brings it up to date.");
        }
    }

    /// <returns>"ok", or what is wrong. SQLite itself refuses a file that is shorter than it says.</returns>
    private static string LookAtSmallTables(SqliteConnection connection) => connection.Query<string>(SmallTables)
        // A pragma takes no parameters; the names are our own.
        .Select(table => connection.ExecuteScalar<string>($"PRAGMA quick_check('{table}')")!)
        .FirstOrDefault(finding => finding != "ok") ?? "ok";

    private static bool IsBlank(SqliteConnection connection) =>
        connection.ExecuteScalar<int>("PRAGMA application_id") == 0 && connection.ExecuteScalar<int>(CountTables) == 0;

    /// <summary>The version of its schema.</summary>
    /// <exception cref="StoreRefusedException">It is another program's, or newer than this one.</exception>
    private static int Version(SqliteConnection connection, string path)
    {
        if (connection.ExecuteScalar<int>("PRAGMA application_id") != ApplicationId)
        {
            throw FileRefusal.Damaged(path, "it is the database of another program");
        }

        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        return version <= SchemaScripts.Newest
            ? version
            : throw new StoreRefusedException(StoreRefusal.NewerSchema,
                $"{path} was written by a newer release: its schema is {version}, this release knows {SchemaScripts.Newest}. Install the newer release; the file was left as it is.");
    }

    /// <summary>
    /// Without a journal beside it the file is complete, and opening it as immutable leaves no trace on the disk. With one
    /// (after a crash) the journal must be read too, which needs an ordinary read-only connection.
    /// </summary>
    private static SqliteConnection OpenUntouched(string path)
    {
        var journal = new FileInfo(path + "-wal");
        var address = new UriBuilder { Scheme = Uri.UriSchemeFile, Host = "", Path = Path.GetFullPath(path) }.Uri.AbsoluteUri;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = journal is { Exists: true, Length: > 0 } ? path : address + "?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
