using Dapper;
using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;
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
        Assert.Equal("Import a file", Assert.Single(_store.ReadRevisions(10)).What);
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
    public void What_changed_is_told_in_words()
    {
        _store.Import(SmallFile.Rows(3));
        using var staged = _store.Stage(SmallFile.Rows(3, row => row.Line == 3 ? row.With(incident => incident with
        {
            Killed = incident.Killed with { Toll = new Toll(1, 6, 9) },
            Occurrence = new Occurrence(new DateTimeOffset(2024, 3, 3, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Day),
            Attributes = [new("where_prec", "2"), .. incident.Attributes.Skip(1)],
        }) : row));
        var changed = Assert.Single(staged.Difference.ChangedSamples);
        Assert.Equal(("file-101", "Fighting number 1"), (changed.Slug, changed.Title));
        Assert.Equal<ValueList<ChangedValue>>(
        [
            new ChangedValue("When", "2 March 2024", "3 March 2024"),
            new ChangedValue("Killed, best estimate", "2", "6"),
            new ChangedValue("Killed, at most", "3", "9"),
            new ChangedValue("where_prec", "1", "2"),
        ], changed.Changes);
    }

    [Fact]
    public void A_difference_shows_the_first_rows_with_time_place_and_line()
    {
        using var staged = _store.Stage(SmallFile.Rows(30));
        Assert.Equal(10, staged.Difference.AddedSamples.Count);
        Assert.Equal(new SampleIncident(3, "Fighting number 1", "2 March 2024", "Town 1, Deir ez-Zor, Syria", new(33.1, 36)), staged.Difference.AddedSamples[1]);
    }

    [Fact]
    public void A_dataset_covers_what_was_said_and_the_days_of_its_rows()
    {
        using var staged = _store.Stage(SmallFile.Rows(10));
        var gained = Assert.Single(staged.Difference.Datasets);
        var rows = new TimeWindow(Utc(2024, 3, 1), Utc(2024, 3, 11));
        Assert.Equal(new DatasetDifference(SmallFile.Description with { Coverage = rows }, IsNew: true, Added: 10, Changed: 0), gained);
        staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken);

        var said = SmallFile.Description with { Coverage = new TimeWindow(Utc(2020, 1, 1), Utc(2021, 1, 1)), Version = "25.1" };
        _store.Import(SmallFile.Rows(11), description: said);
        Assert.Equal(said with { Coverage = new TimeWindow(Utc(2020, 1, 1), Utc(2024, 3, 12)) }, Assert.Single(_store.ReadDatasets()).Description);
    }

    [Fact]
    public void A_file_without_a_row_that_can_be_taken_brings_no_dataset()
    {
        using var staged = _store.Stage();
        staged.Describe(SmallFile.Description);
        staged.Add(new FileContent.Refused(new Refusal(2, "", "", "nothing of it makes sense")));
        Assert.Empty(staged.Finish(TestContext.Current.CancellationToken).Datasets);
        Assert.Equal(new CommittedImport(0, 0, 0, 0, 1), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
        Assert.Empty(_store.ReadDatasets());
        Assert.Empty(_store.ReadRevisions(10));
    }

    [Fact]
    public void An_id_that_is_in_the_file_twice_is_refused_with_the_line_of_the_first()
    {
        using var staged = _store.Stage([.. SmallFile.Rows(3), SmallFile.Row(1) with { Line = 99 }]);
        Assert.Equal((3, 1), (staged.Difference.Added, staged.Difference.Refused));
        var refusal = new Refusal(99, "", "101", "line 3 has the same id; an id can be there once, so give this row another or leave it out");
        Assert.Equal([refusal], staged.Difference.Refusals);
        Assert.Equal([refusal], staged.Refusals());
    }

    [Fact]
    public void All_refusals_are_kept_and_the_first_hundred_shown()
    {
        using var staged = _store.Stage();
        staged.Describe(SmallFile.Description);
        var refusals = Enumerable.Range(2, 250).Select(line => new Refusal(line, "latitude", new string('9', 200), $"latitude {line} is beyond the pole")).ToList();
        foreach (var refusal in refusals)
        {
            staged.Add(new FileContent.Refused(refusal));
        }

        Assert.Equal(refusals.Take(100).ToValueList(), staged.Finish(TestContext.Current.CancellationToken).Refusals);
        Assert.Equal(refusals, staged.Refusals());
    }

    [Fact]
    public void With_refused_rows_a_file_is_imported_without_them_or_not_at_all()
    {
        using var staged = _store.Stage([.. SmallFile.Rows(3), SmallFile.Row(1)]);
        Assert.Equal("1 rows were refused, so nothing was imported. Correct the file, or import it without them.",
            Assert.Throws<RefusedException>(() => staged.Commit("x", skipRefused: false, TestContext.Current.CancellationToken)).Message);
        Assert.Equal(0, _store.Revision);
        Assert.Empty(_store.ReadDatasets());
        Assert.Equal(new CommittedImport(1, 3, 0, 0, 1), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
        Assert.Equal(3, Assert.Single(_store.ReadDatasets()).Incidents.Count);
    }

    [Fact]
    public void A_slug_that_another_incident_has_is_told_apart_the_same_way_each_time()
    {
        _store.Import(SmallFile.Rows(3));
        var description = SmallFile.Description with { Slug = "copy" };
        var rows = SmallFile.Rows(3).Select(row => row with { Dataset = "copy" }).ToList();
        _store.Import(rows, description: description);
        Assert.Equal(["copy-file-100", "copy-file-101", "copy-file-102"], _store.ReadDatasets()[1].Incidents.Select(incident => incident.Slug));
        Assert.Equal(new CommittedImport(2, 0, 0, 3, 0), _store.Import(rows, description: description));
    }

    [Fact]
    public void Two_rows_of_a_file_never_share_a_slug()
    {
        var rows = new[] { "one", "two", "three" }
            .Select((id, number) => SmallFile.Row(number).With(incident => incident with { Id = id, Slug = "file-two" }))
            .Select(row => row with { Claims = [] })
            .ToList();
        _store.Import(rows);
        var slugs = Assert.Single(_store.ReadDatasets()).Incidents.ToDictionary(incident => incident.Id, incident => incident.Slug);
        Assert.Equal("file-two", slugs["two"]);
        Assert.Equal(["file-file-two", $"file-file-two-{Slug.Hash("three")}"], new[] { slugs["one"], slugs["three"] });
        Assert.Equal(new CommittedImport(1, 0, 0, 3, 0), _store.Import(rows));
    }

    [Fact]
    public void Possible_duplicates_are_named_and_not_merged()
    {
        _store.Import(SmallFile.Rows(40));
        var description = SmallFile.Description with { Slug = "other" };
        var near = SmallFile.Row(5, "other").With(incident => incident with { Title = "Near", Id = "near", Slug = "other-near", Attributes = [new("columns", "of another file")] });
        var far = SmallFile.Row(5, "other").With(incident => incident with { Title = "Far", Id = "far", Slug = "other-far", Geometry = SmallFile.Row(25).Incident.Geometry });
        var stranger = SmallFile.Row(5, "other").With(incident => incident with { Title = "Stranger", Id = "stranger", Slug = "other-stranger", Involvements = [] });
        var late = SmallFile.Row(5, "other").With(incident => incident with { Title = "Late", Id = "late", Slug = "other-late", Occurrence = SmallFile.Row(7).Incident.Occurrence });
        using var staged = _store.Stage(new[] { near, far, stranger, late }.Select(row => row with { Claims = [] }), description);
        Assert.Equal<ValueList<PossibleDuplicate>>([new PossibleDuplicate(7, "Near", "file-105", "Fighting number 5")], staged.Difference.Duplicates);
        staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken);
        Assert.Equal(44, _store.ReadDatasets().Sum(dataset => dataset.Incidents.Count));
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

    [Fact]
    public void Points_of_added_incidents_are_spread_over_the_file()
    {
        using var staged = _store.Stage(SmallFile.Rows(1000));
        Assert.Equal(1000, staged.AddedPoints(5000).Count);
        var points = staged.AddedPoints(100);
        Assert.Equal(100, points.Count);
        Assert.Equal(points, staged.AddedPoints(100));
        Assert.Empty(staged.AddedPoints(0));
    }

    [Fact]
    public void What_changed_meanwhile_has_to_be_looked_at_again()
    {
        using var staged = _store.Stage(SmallFile.Rows(10));
        _store.Import(SmallFile.Rows(4));
        Assert.Equal("The data changed meanwhile, so nothing was imported: look again at what would change now.",
            Assert.Throws<RefusedException>(() => staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken)).Message);
        Assert.Equal(1, _store.Revision);
        Assert.Equal((6, 4), (staged.Difference.Added, staged.Difference.Unchanged));
        Assert.Equal(new CommittedImport(2, 6, 0, 4, 0), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_change_elsewhere_does_not_stand_in_the_way()
    {
        using var staged = _store.Stage(SmallFile.Rows(10));
        _store.Add(SmallDataset.Create());
        Assert.Equal(new CommittedImport(2, 10, 0, 0, 0), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_exported_dataset_comes_back_the_same()
    {
        var dataset = SmallDataset.Create();
        using var staged = _store.Stage();
        foreach (var content in Export(dataset))
        {
            staged.Add(content);
        }

        staged.Finish(TestContext.Current.CancellationToken);
        staged.Commit("x", skipRefused: false, TestContext.Current.CancellationToken);
        SameDataset.Assert(dataset, Assert.Single(_store.ReadDatasets()));

        var corrected = dataset with { Actors = dataset.Actors.Select(actor => actor with { Name = actor.Name + "!" }).ToValueList() };
        using var again = _store.Stage();
        foreach (var content in Export(corrected))
        {
            again.Add(content);
        }

        Assert.Equal((0, 0), (again.Finish(TestContext.Current.CancellationToken).Added, again.Difference.Changed));
        Assert.Equal(2, again.Commit("y", skipRefused: false, TestContext.Current.CancellationToken).Revision);
        Assert.Equal(Contents.Ordered(corrected), Assert.Single(Contents.Of(_store)));
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
    public void A_staged_import_leaves_no_file_and_leftovers_are_deleted_when_the_store_opens()
    {
        var folder = Path.Combine(_directory.Path, "imports");
        using (_store.Stage(SmallFile.Rows(3)))
        {
            Assert.Single(Directory.EnumerateFiles(folder));
        }

        Assert.Empty(Directory.EnumerateFiles(folder));
        _store.Dispose();
        File.WriteAllText(Path.Combine(folder, "leftover.db"), "half a file");
        using var again = _directory.Open();
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void An_import_that_is_asked_to_stop_leaves_no_trace()
    {
        _store.Import(SmallFile.Rows(5));
        var before = Contents.Of(_store);
        using var staged = _store.Stage(SmallFile.Rows(2000));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => staged.Commit("x", skipRefused: true, stop.Token));
        Assert.Equal(before, Contents.Of(_store));
        Assert.Equal(1, _store.Revision);
        Assert.Equal(new CommittedImport(2, 1995, 0, 5, 0), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_comparison_that_is_asked_to_stop_leaves_the_store_as_it_was()
    {
        using var stop = new CancellationTokenSource();
        using (var staged = _store.Stage())
        {
            foreach (var row in SmallFile.Rows(5000))
            {
                staged.Add(new FileContent.Row(row));
            }

            stop.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => staged.Finish(stop.Token));
        }

        Assert.Equal(new CommittedImport(1, 5, 0, 0, 0), _store.Import(SmallFile.Rows(5)));
    }

    private static IEnumerable<FileContent> Export(Dataset dataset)
    {
        yield return new FileContent.Whole(dataset with { Incidents = [], Claims = [] });
        foreach (var (incident, index) in dataset.Incidents.Select((incident, index) => (incident, index)))
        {
            var actors = incident.Involvements.Select(involvement => involvement.ActorId).ToHashSet();
            yield return new FileContent.Row(new ImportedIncident(dataset.Description.Slug, index + 1, incident,
                [.. dataset.Claims.Where(claim => claim.IncidentId == incident.Id)],
                [.. dataset.Actors.Where(actor => actors.Contains(actor.Id))],
                [.. dataset.Places.Where(place => incident.PlaceIds.Contains(place.Id))],
                dataset.Sources));
        }
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
