using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Staging;

/// <summary>What a person sees of a file before it is committed.</summary>
public sealed class DifferenceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public DifferenceTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
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
    public void What_is_staged_to_look_at_shows_the_same_and_cannot_be_committed()
    {
        _store.Import(SmallFile.Rows(20));
        List<ImportedIncident> corrected = [.. SmallFile.Rows(30, row => row.Line == 3 ? row.With(incident => incident with { Title = "Corrected" }) : row)];
        using var staged = _store.Stage(corrected);
        using var seen = _store.Stage(isToLookAt: true);
        seen.Describe(SmallFile.Description);
        corrected.ForEach(row => seen.Add(new FileContent.Row(row)));

        var difference = seen.Finish(TestContext.Current.CancellationToken);

        Assert.Equal((10L, 1L, 19L), (difference.Added, difference.Changed, difference.Unchanged));
        Assert.Equal(staged.Difference.AddedSamples, difference.AddedSamples);
        Assert.Equal(staged.Difference.ChangedSamples.SelectMany(sample => sample.Changes), difference.ChangedSamples.SelectMany(sample => sample.Changes));
        Assert.Throws<InvalidOperationException>(() => seen.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
        Assert.Equal(20, _store.FindByText("fighting").Count);
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

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
