using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Staging;

/// <summary>What of a file is not taken, and what becomes of the rest.</summary>
public sealed class RefusedRowsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public RefusedRowsTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
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
        Assert.Empty(_store.Revisions.Last(10));
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
}
