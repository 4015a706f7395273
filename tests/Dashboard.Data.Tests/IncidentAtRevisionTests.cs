using Dapper;
using Dashboard.Data.Schema;
using Dashboard.Data.Tests.Staging;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Tests;

/// <summary>What the store held at a revision is there for good, under the name that it had then.</summary>
public sealed class IncidentAtRevisionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private DashboardStore _store;

    public IncidentAtRevisionTests() => _store = DashboardStore.Open(_directory.Path, _clock);

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void An_incident_at_the_last_revision_is_the_incident()
    {
        _store.Add(StarterDataset.Load());
        Assert.All(StarterDataset.Load().Incidents, incident => Assert.Equal(_store.FindIncident(incident.Slug), _store.FindIncident(incident.Slug, _store.Revision)));
    }

    [Fact]
    public void An_incident_that_was_changed_is_still_what_it_was_at_each_revision()
    {
        _store.Add(SmallDataset.Create());
        _store.Import(SmallFile.Rows(2));
        var first = _store.FindIncident("file-100")!;
        _store.Import(SmallFile.Rows(2, row => row.With(incident => incident with { Title = "Corrected", Killed = incident.Killed with { Toll = Toll.Unknown } })));
        var second = _store.FindIncident("file-100")!;
        _store.Undo(3);

        Assert.Null(_store.FindIncident("file-100", 1));
        Assert.Equal(first, _store.FindIncident("file-100", 2)! with { Revisions = first.Revisions });
        Assert.Equal(second, _store.FindIncident("file-100", 3)! with { Revisions = second.Revisions });
        Assert.Equal(_store.FindIncident("file-100"), _store.FindIncident("file-100", 4));
        Assert.Equal([3, 2], _store.FindIncident("file-100", 3)!.Revisions.Select(revision => revision.Id));
    }

    [Fact]
    public void An_incident_that_was_removed_is_still_there_at_the_revisions_before()
    {
        _store.Import(SmallFile.Rows(2));
        var there = _store.FindIncident("file-100")!;
        _store.Undo(1);

        Assert.Null(_store.FindIncident("file-100"));
        Assert.Null(_store.FindIncident("file-100", 2));
        Assert.Equal(there, _store.FindIncident("file-100", 1)! with { Revisions = there.Revisions });
    }

    [Fact]
    public void The_last_revision_before_an_instant_is_the_one_committed_before_it()
    {
        Assert.Null(_store.Revisions.Origin());
        _store.Add(SmallDataset.Create());
        _store.Add(SmallDataset.Create("other", "other-"));

        Assert.Equal(_store.Revisions.Last(2)[1].Committed, _store.Revisions.Origin()!.Committed);
        Assert.Null(_store.Revisions.Before(SteppingClock.Start));
        Assert.Equal(1, _store.Revisions.Before(SteppingClock.Start.AddDays(1))!.Id);
        Assert.Equal(2, _store.Revisions.Before(SteppingClock.Start.AddDays(1).AddMilliseconds(1))!.Id);
    }

    [Fact]
    public void A_store_of_the_release_before_keeps_everything_and_finds_what_was_there()
    {
        _store.Import(SmallFile.Rows(2));
        _store.Undo(1);
        _store.Dispose();
        using (var connection = new SqliteConnection($"Data Source={_directory.Database}"))
        {
            connection.Open();
            connection.Execute("DROP TABLE story_step; DROP TABLE story; DROP TABLE link; DROP TABLE link_secret; DROP TABLE session; DROP TABLE account; DROP TABLE set_up; ALTER TABLE revision DROP COLUMN who; DROP INDEX incident_that_had_slug; PRAGMA user_version = 3;");
        }

        _store = DashboardStore.Open(_directory.Path, _clock);

        Assert.Equal("Fighting number 1", _store.FindIncident("file-101", 1)!.Incident.Title);
        Assert.Equal(7, SchemaScripts.Newest);
        Assert.Equal(2, _store.Revision);
    }

    /// <summary>Every change is committed a day after the one before it.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private int _asked;

        public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Start.AddDays(_asked++);
    }
}
