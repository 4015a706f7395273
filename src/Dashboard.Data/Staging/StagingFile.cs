using Dapper;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>
/// The file in which an import waits. Its tables have the shape of the store's, so that a commit only copies. It has no
/// journal: whoever loses it begins again.
/// </summary>
internal static class StagingFile
{
    private const string Folder = "imports";

    private const string Settings = """
        PRAGMA page_size = 16384;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -32768;
        """;

    /// <summary>"position" counts the rows in the order of the file; "incident" is what differences ask for, "body" and "words" what they do not.</summary>
    private const string Schema = """
        CREATE TABLE dataset (
          number INTEGER PRIMARY KEY,
          slug TEXT NOT NULL UNIQUE,
          -- Its number in the store that it was last compared with; null where it is new there.
          stored INTEGER,
          description TEXT
        );

        CREATE TABLE incident (
          position INTEGER PRIMARY KEY,
          dataset INTEGER NOT NULL,
          id TEXT NOT NULL,
          line INTEGER NOT NULL,
          fingerprint INTEGER NOT NULL,
          is_lead INTEGER NOT NULL,
          start_ms INTEGER,
          latitude REAL,
          longitude REAL,
          slug TEXT NOT NULL,
          -- True where the slug may be another row's too: it is not the dataset's own followed by the id.
          is_odd INTEGER NOT NULL
        );

        CREATE UNIQUE INDEX incident_by_id ON incident (dataset, id);

        CREATE INDEX incident_by_odd_slug ON incident (slug) WHERE is_odd;

        CREATE TABLE body (
          position INTEGER PRIMARY KEY,
          title TEXT NOT NULL,
          document TEXT NOT NULL
        );

        -- What the text index gets; apart, because it is filled after the documents were copied.
        CREATE TABLE words (
          position INTEGER PRIMARY KEY,
          prose TEXT NOT NULL,
          names TEXT NOT NULL
        );

        CREATE TABLE part (
          number INTEGER PRIMARY KEY,
          dataset INTEGER NOT NULL,
          nature TEXT NOT NULL,
          id TEXT NOT NULL,
          -- True where it stands for itself and replaces what is there; false where it only has to be there.
          is_whole INTEGER NOT NULL,
          document TEXT NOT NULL,
          UNIQUE (dataset, nature, id)
        );

        CREATE TABLE refusal (
          number INTEGER PRIMARY KEY,
          line INTEGER NOT NULL,
          column TEXT NOT NULL,
          value TEXT NOT NULL,
          reason TEXT NOT NULL
        );

        -- What the store has already, of the revision that it was last compared with; "number" is the store's.
        CREATE TABLE known (
          position INTEGER PRIMARY KEY,
          number INTEGER NOT NULL,
          is_changed INTEGER NOT NULL
        );
        """;

    /// <param name="directory">The data directory.</param>
    public static SqliteConnection Create(string directory)
    {
        var folder = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        var path = Path.Combine(folder, $"{Guid.NewGuid():n}.db");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute(Settings);
            // One transaction from here to the end of the file: otherwise each row would be written by itself.
            connection.Execute("BEGIN DEFERRED");
            connection.Execute(Schema);
            return connection;
        }
        catch
        {
            connection.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>What imports left that ended with the process.</summary>
    /// <param name="directory">The data directory; nobody else may have it.</param>
    public static void DeleteLeftovers(string directory)
    {
        var folder = new DirectoryInfo(Path.Combine(directory, Folder));
        foreach (var leftover in folder.Exists ? folder.EnumerateFiles("*.db") : [])
        {
            leftover.Delete();
        }
    }
}
