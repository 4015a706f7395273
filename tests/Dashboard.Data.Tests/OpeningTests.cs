using System.Security.Cryptography;
using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Data.Schema;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_new_directory_is_created_and_holds_an_empty_store()
    {
        var directory = Path.Combine(_directory.Path, "new", "with space, #, ? and ü");
        using (var store = DashboardStore.Open(directory))
        {
            Assert.Equal(0, store.Revision);
            Assert.Empty(store.ReadDatasets());
        }

        using var again = DashboardStore.Open(directory);
        Assert.Equal(0, again.Revision);
    }

    [Fact]
    public void A_closed_store_is_one_file_that_says_whose_it_is()
    {
        _directory.Open().Dispose();
        Assert.Equal(["dashboard.db", "dashboard.lock"], Files());
        Assert.Equal((Inspection.ApplicationId, SchemaScripts.Newest, "wal"), Ask(connection => (
            connection.ExecuteScalar<int>("PRAGMA application_id"),
            connection.ExecuteScalar<int>("PRAGMA user_version"),
            connection.ExecuteScalar<string>("PRAGMA journal_mode"))));
    }

    [Fact]
    public void Every_table_is_strict() => Assert.Empty(Made(() => _directory.Open().Dispose(), connection =>
        connection.Query<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")));

    [Fact]
    public void A_second_opener_is_refused_until_the_first_lets_go()
    {
        using (_directory.Open())
        {
            Refused(StoreRefusal.InUse, _directory.Path);
        }

        _directory.Open().Dispose();
    }

    [Fact]
    public void A_refused_opener_lets_go_of_the_directory()
    {
        File.WriteAllText(_directory.Database, "not a database");
        Refused(StoreRefusal.Damaged, _directory.Database);
        File.Delete(_directory.Database);
        _directory.Open().Dispose();
    }

    [Fact]
    public void Garbage_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.Damaged, () =>
        File.WriteAllBytes(_directory.Database, RandomNumberGenerator.GetBytes(20_000)));

    [Fact]
    public void A_short_text_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.Damaged, () => File.WriteAllText(_directory.Database, "hello"));

    [Fact]
    public void A_truncated_file_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.Damaged, () =>
    {
        MakeStore();
        using var file = File.OpenWrite(_directory.Database);
        file.SetLength(file.Length / 2);
    });

    [Fact]
    public void A_file_with_a_broken_page_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.Damaged, () =>
    {
        MakeStore();
        using var file = File.OpenWrite(_directory.Database);
        file.Position = 5 * 16_384;
        file.Write(RandomNumberGenerator.GetBytes(4096));
    });

    [Fact]
    public void Of_a_large_file_the_incidents_are_not_read_to_open_it_and_everything_else_is()
    {
        MakeStore();
        File.Copy(_directory.Database, Path.Combine(_directory.Path, "other.db"));
        Break("incident", "dashboard.db");
        Inspection.Inspect(_directory.Database, large: 0);
        Assert.Equal(StoreRefusal.Damaged, Assert.Throws<StoreRefusedException>(() => Inspection.Inspect(_directory.Database)).Refusal);
        using (var store = DashboardStore.OpenToRead(_directory.Path))
        {
            var asked = Assert.Throws<StoreRefusedException>(() => store.Read(reader => reader.Facts().Count()));
            Assert.Equal(StoreRefusal.Damaged, asked.Refusal);
            Assert.Contains(_directory.Database, asked.Message);
        }

        Break("part", "other.db");
        var refused = Assert.Throws<StoreRefusedException>(() => Inspection.Inspect(Path.Combine(_directory.Path, "other.db"), large: 0));
        Assert.Equal(StoreRefusal.Damaged, refused.Refusal);

        void Break(string table, string name)
        {
            int page;
            using (var connection = Open(SqliteOpenMode.ReadOnly, name))
            {
                page = connection.QuerySingle<int>("SELECT rootpage FROM sqlite_schema WHERE name = @table", new { table });
            }

            using var file = File.OpenWrite(Path.Combine(_directory.Path, name));
            file.Position = (page - 1) * 16_384L;
            file.Write(RandomNumberGenerator.GetBytes(4096));
        }
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.Damaged, () => Change(
        "PRAGMA application_id = 12345; CREATE TABLE theirs (a)"));

    [Fact]
    public void A_database_without_a_sign_of_its_program_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.Damaged, () => Change("CREATE TABLE theirs (a)"));

    [Fact]
    public void A_newer_schema_is_refused_and_left_alone() => RefusedUntouched(StoreRefusal.NewerSchema, () =>
    {
        MakeStore();
        Change($"PRAGMA user_version = {SchemaScripts.Newest + 1}");
    });

    [Fact]
    public void A_newer_schema_that_still_stands_in_the_journal_is_refused_too()
    {
        MakeStore();
        using (var writer = Open(SqliteOpenMode.ReadWrite))
        {
            writer.Execute($"PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = {SchemaScripts.Newest + 1}");
            CopyTo("crashed");
        }

        var crashed = Path.Combine(_directory.Path, "crashed");
        var before = Hash(Path.Combine(crashed, "dashboard.db"));
        Assert.Equal(StoreRefusal.NewerSchema, Assert.Throws<StoreRefusedException>(() => DashboardStore.Open(crashed)).Refusal);
        Assert.Equal(before, Hash(Path.Combine(crashed, "dashboard.db")));
    }

    [Fact]
    public void A_file_of_the_first_release_is_emptied_for_the_starter_dataset()
    {
        Change($"""
            PRAGMA foreign_keys = ON;
            CREATE TABLE revision (id INTEGER PRIMARY KEY, committed_ms INTEGER NOT NULL, what TEXT NOT NULL) STRICT;
            CREATE TABLE dataset (number INTEGER PRIMARY KEY, slug TEXT NOT NULL, revision INTEGER NOT NULL REFERENCES revision) STRICT;
            CREATE TABLE incident (number INTEGER PRIMARY KEY, dataset INTEGER NOT NULL REFERENCES dataset, slug TEXT NOT NULL) STRICT;
            CREATE VIRTUAL TABLE incident_text USING fts5 (prose, names);
            INSERT INTO revision VALUES (1, 0, 'Add dataset old');
            INSERT INTO dataset VALUES (1, 'old', 1);
            INSERT INTO incident VALUES (1, 1, 'old');
            INSERT INTO incident_text (rowid, prose, names) VALUES (1, 'old', 'old');
            PRAGMA application_id = {Inspection.ApplicationId};
            PRAGMA user_version = 2;
            """);
        using var store = _directory.Open();
        Assert.Equal(0, store.Revision);
        store.Add(SmallDataset.Create());
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(store.ReadDatasets()));
        Assert.Empty(store.FindByText("old"));
    }

    [Fact]
    public void An_empty_file_left_by_an_interrupted_start_is_filled()
    {
        File.Create(_directory.Database).Dispose();
        _directory.Open().Dispose();
        Change("PRAGMA journal_mode = WAL", "other.db");
        File.Copy(Path.Combine(_directory.Path, "other.db"), _directory.Database, overwrite: true);
        _directory.Open().Dispose();
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_refused()
    {
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, "");
        Refused(StoreRefusal.NotWritable, Path.Combine(file, "data"));
    }

    [Fact]
    public void A_database_that_cannot_be_opened_is_refused()
    {
        Directory.CreateDirectory(_directory.Database);
        Refused(StoreRefusal.NotWritable, _directory.Path);
    }

    [Fact]
    public void A_database_that_may_only_be_read_is_refused_and_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "an administrator may write any file");
        RefusedUntouched(StoreRefusal.NotWritable, () =>
        {
            MakeStore();
            File.SetAttributes(_directory.Database, FileAttributes.ReadOnly);
        });
    }

    [Fact]
    public void A_missing_library_is_refused_with_what_to_install()
    {
        var refused = Assert.Throws<StoreRefusedException>(() => SqliteLibrary.Find(["libnowhere.so.0"]));
        Assert.Equal(StoreRefusal.LibraryMissing, refused.Refusal);
        Assert.Equal("SQLite is not installed: libnowhere.so.0 was not found. Install it (Debian, Ubuntu: apt-get install libsqlite3-0; Fedora: dnf install sqlite-libs) and start again.", refused.Message);
    }

    private void RefusedUntouched(StoreRefusal refusal, Action make)
    {
        make();
        var before = Hash(_directory.Database);
        Refused(refusal, _directory.Path);
        Assert.Equal(before, Hash(_directory.Database));
        Assert.Equal(["dashboard.db", "dashboard.lock"], Files());
    }

    private static void Refused(StoreRefusal refusal, string path)
    {
        var directory = path.EndsWith(".db", StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path;
        var refused = Assert.Throws<StoreRefusedException>(() => DashboardStore.Open(directory));
        Assert.Equal(refusal, refused.Refusal);
        Assert.Contains(path, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private void MakeStore()
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
    }

    private void CopyTo(string directory)
    {
        var target = Directory.CreateDirectory(Path.Combine(_directory.Path, directory)).FullName;
        foreach (var file in Directory.EnumerateFiles(_directory.Path, "dashboard.db*"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private void Change(string sql, string file = "dashboard.db")
    {
        using var connection = Open(SqliteOpenMode.ReadWriteCreate, file);
        connection.Execute(sql);
    }

    private T Ask<T>(Func<SqliteConnection, T> question)
    {
        using var connection = Open(SqliteOpenMode.ReadOnly);
        return question(connection);
    }

    private T Made<T>(Action make, Func<SqliteConnection, T> question)
    {
        make();
        return Ask(question);
    }

    private SqliteConnection Open(SqliteOpenMode mode, string file = "dashboard.db")
    {
        SqliteLibrary.Load();
        var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.Path, file)};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_directory.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
