using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Data.Revisions;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Tests;

public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_added_is_there_after_reopening()
    {
        using (var store = _directory.Open())
        {
            store.Add(SmallDataset.Create());
            Assert.Equal(1, store.Revision);
        }

        using var again = _directory.Open();
        Assert.Equal(1, again.Revision);
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(again.ReadDatasets()));
    }

    [Fact]
    public void What_was_added_is_there_after_a_crash()
    {
        using var crashed = new TemporaryDirectory();
        using (var store = _directory.Open())
        {
            store.Add(SmallDataset.Create());
            foreach (var file in Directory.EnumerateFiles(_directory.Path, "dashboard.db*"))
            {
                File.Copy(file, Path.Combine(crashed.Path, Path.GetFileName(file)));
            }
        }

        using var again = crashed.Open();
        Assert.Equal(1, again.Revision);
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(again.ReadDatasets()));
    }

    [Fact]
    public void A_revision_says_when_it_was_committed_and_what_it_did()
    {
        var clock = new StoppedClock(new DateTimeOffset(2024, 2, 29, 12, 34, 56, 789, TimeSpan.Zero));
        using var store = DashboardStore.Open(_directory.Path, clock);
        store.Add(SmallDataset.Create());
        Assert.Equal(
            new RevisionRecord { Id = 1, Committed = clock.GetUtcNow(), What = "Add dataset small", Who = null, Added = 4, Changed = 0, Removed = 0, Undoes = null, UndoneBy = null },
            Assert.Single(store.Revisions.Last(10)));
    }

    [Theory]
    [InlineData("small", "", "dataset small is in the store already")]
    [InlineData("other", "", "incident 2024-01-02-shelling is in the store already")]
    public void Adding_what_is_there_already_changes_nothing(string slug, string prefix, string message)
    {
        using var store = _directory.Open();
        store.Add(SmallDataset.Create());
        Assert.Equal(message, Assert.Throws<RefusedException>(() => store.Add(SmallDataset.Create(slug, prefix))).Message);
        Assert.Equal(1, store.Revision);
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(store.ReadDatasets()));
    }

    [Fact]
    public void Adding_a_dataset_whose_references_lead_nowhere_changes_nothing()
    {
        using var store = _directory.Open();
        Assert.Equal("$.incidents[0].geometry.locations[0].placeId: there is no place 'town'",
            Assert.Throws<RefusedException>(() => store.Add(SmallDataset.Create() with { Places = [] })).Message);
        Assert.Equal(0, store.Revision);
        Assert.Empty(store.ReadDatasets());
    }

    [Fact]
    public void A_change_that_fails_at_its_end_leaves_nothing()
    {
        using (var engine = SqliteEngine.Open(_directory.Path))
        {
            Assert.Throws<InvalidTimeZoneException>(() => engine.Write<CommittedRevision>(connection =>
            {
                AddDataset.Run(connection, SmallDataset.Create(), DateTimeOffset.UnixEpoch);
                throw new InvalidTimeZoneException();
            }));
        }

        using var store = _directory.Open();
        Assert.Equal(0, store.Revision);
        Assert.Empty(store.ReadDatasets());
        store.Add(SmallDataset.Create());
        SameDataset.Assert(SmallDataset.Create(), Assert.Single(store.ReadDatasets()));
    }

    [Fact]
    public void A_full_disk_is_told_as_a_full_disk_and_leaves_nothing()
    {
        using (var engine = SqliteEngine.Open(_directory.Path))
        {
            var error = Assert.Throws<SqliteException>(() => engine.Write(connection =>
            {
                connection.Execute("PRAGMA max_page_count = 1");
                return connection.Execute("INSERT INTO revision (stamp, committed_ms, what, added, changed, removed) VALUES ('', 0, hex(zeroblob(1000000)), 0, 0, 0)");
            }));
            Assert.Equal(raw.SQLITE_FULL, error.SqliteErrorCode);
        }

        using var store = _directory.Open();
        Assert.Equal(0, store.Revision);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
