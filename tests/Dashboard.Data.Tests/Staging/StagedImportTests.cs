using Dapper;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Tests.Staging;

public sealed class StagedImportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public StagedImportTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_file_is_committed_as_one_revision_with_all_that_its_rows_refer_to()
    {
        var rows = SmallFile.Rows(50).ToList();
        Assert.Equal(new CommittedImport(1, 50, 0, 0, 0), _store.Import(rows));
        var dataset = Assert.Single(Contents.Of(_store));
        Assert.Equal(rows.Select(row => row.Incident).ToValueList(), dataset.Incidents);
        Assert.Equal(rows.SelectMany(row => row.Claims).OrderBy(claim => claim.Id, StringComparer.Ordinal).ToValueList(), dataset.Claims);
        Assert.Equal(rows.SelectMany(row => row.Actors).DistinctBy(actor => actor.Id).OrderBy(actor => actor.Id, StringComparer.Ordinal).ToValueList(), dataset.Actors);
        Assert.Equal(rows.SelectMany(row => row.Places).DistinctBy(place => place.Id).OrderBy(place => place.Id, StringComparer.Ordinal).ToValueList(), dataset.Places);
        Assert.Equal(rows.SelectMany(row => row.Sources).DistinctBy(source => source.Id).OrderBy(source => source.Id, StringComparer.Ordinal).ToValueList(), dataset.Sources);
        Assert.Equal(1, _store.Revision);
        Assert.Equal("Import a file", Assert.Single(_store.Revisions.Last(10)).What);
    }

    [Fact]
    public void Nothing_is_in_the_store_before_the_commit()
    {
        using var staged = _store.Stage(SmallFile.Rows(5));
        Assert.Equal(5, staged.Difference.Added);
        Assert.Empty(_store.ReadDatasets());
        Assert.Equal(0, _store.Revision);
    }

    [Fact]
    public void The_same_file_again_changes_nothing_and_makes_no_revision()
    {
        _store.Import(SmallFile.Rows(50));
        var before = Contents.Of(_store);
        using var staged = _store.Stage(SmallFile.Rows(50));
        var difference = staged.Difference;
        Assert.Equal((0, 0, 50, 0), (difference.Added, difference.Changed, difference.Unchanged, difference.Refused));
        Assert.Equal(new CommittedImport(1, 0, 0, 50, 0), staged.Commit("again", skipRefused: false, TestContext.Current.CancellationToken));
        Assert.Equal(1, _store.Revision);
        Assert.Equal(before, Contents.Of(_store));
    }

    [Fact]
    public void Only_the_corrected_rows_of_a_file_change_and_what_they_were_is_kept()
    {
        _store.Import(SmallFile.Rows(10));
        var corrected = SmallFile.Rows(12, row => row.Line == 5 ? row.With(incident => incident with { Title = "Corrected" }) : row);
        Assert.Equal(new CommittedImport(2, 2, 1, 9, 0), _store.Import(corrected, "Import a newer file"));
        Assert.Equal("Corrected", _store.FindIncident("file-103")!.Incident.Title);
        Assert.Equal(["Import a newer file", "Import a file"], _store.FindIncident("file-103")!.Revisions.Select(revision => revision.What));
        Assert.Equal(["Import a file"], _store.FindIncident("file-104")!.Revisions.Select(revision => revision.What));
        Assert.Equal(12, Assert.Single(_store.ReadDatasets()).Incidents.Count);
    }

    [Fact]
    public void A_changed_row_is_found_by_its_new_words_and_no_longer_by_its_old_ones()
    {
        _store.Import(SmallFile.Rows(3));
        _store.Import(SmallFile.Rows(3, row => row.Line == 3 ? row.With(incident => incident with { Title = "Bombardment" }) : row));
        Assert.Equal(2, _store.FindByText("fighting").Count);
        Assert.Single(_store.FindByText("bombardment"));
        Assert.Equal(3, _store.FindByText("deir ez-zor").Count);
    }

    [Fact]
    public void An_import_alters_no_actor_place_or_source_that_is_there()
    {
        _store.Import(SmallFile.Rows(3));
        _store.Import(SmallFile.Rows(4).Select(row => row with { Actors = [.. row.Actors.Select(actor => actor with { Name = actor.Name + " renamed" })] }));
        Assert.Equal(["Side 0", "Side 1", "Side 2", "Side 3 renamed", "The Others 0", "The Others 1", "The Others 2", "The Others 3 renamed"],
            Contents.Of(_store)[0].Actors.Select(actor => actor.Name));
    }

    [Fact]
    public void A_file_larger_than_the_store_leaves_every_index_as_it_was()
    {
        var before = Indexes();
        Assert.Equal(20_100, _store.Import(SmallFile.Rows(20_100)).Added);
        Assert.Equal(before, Indexes());
        using var again = _store.Stage(SmallFile.Rows(20_100));
        Assert.Equal((0, 0, 20_100), (again.Difference.Added, again.Difference.Changed, again.Difference.Unchanged));

        List<string> Indexes()
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.Path, "dashboard.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
            return [.. connection.Query<string>("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'incident' ORDER BY name")];
        }
    }
}
