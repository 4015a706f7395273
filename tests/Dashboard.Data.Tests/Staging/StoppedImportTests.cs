using Dashboard.Data.Import;
using Dashboard.Data.Staging;

namespace Dashboard.Data.Tests.Staging;

/// <summary>Imports that end before they are committed.</summary>
public sealed class StoppedImportTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public StoppedImportTests() => _store = _directory.Open();

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
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
}
