using Dapper;
using Dashboard.Data.Schema;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>Looks at an existing file before anything may write to it, and refuses one that is not ours to change.</summary>
internal static class Inspection
{
    /// <summary>What marks a file as ours in its header: the letters "DshB".</summary>
    public const int ApplicationId = 0x44736842;

    private const string CountTables = "SELECT count(*) FROM sqlite_schema";

    /// <exception cref="StoreRefusedException">The file is damaged, another program's, or newer than this program.</exception>
    public static void Inspect(string path)
    {
        // A file without a byte, and one without a table, is what an interrupted first start leaves behind.
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        try
        {
            using var connection = OpenUntouched(path);
            var applicationId = connection.ExecuteScalar<int>("PRAGMA application_id");
            if (applicationId == 0 && connection.ExecuteScalar<int>(CountTables) == 0)
            {
                return;
            }

            if (applicationId != ApplicationId)
            {
                throw FileRefusal.Damaged(path, "it is the database of another program");
            }

            var version = connection.ExecuteScalar<int>("PRAGMA user_version");
            if (version > SchemaScripts.Newest)
            {
                throw new StoreRefusedException(StoreRefusal.NewerSchema,
                    $"{path} was written by a newer release: its schema is {version}, this release knows {SchemaScripts.Newest}. Install the newer release; the file was left as it is.");
            }

            var finding = connection.ExecuteScalar<string>("PRAGMA quick_check(1)");
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
