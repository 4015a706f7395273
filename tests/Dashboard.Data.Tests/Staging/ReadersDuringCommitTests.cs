using Dashboard.Data.Staging;

namespace Dashboard.Data.Tests.Staging;

public sealed class ReadersDuringCommitTests : IDisposable
{
    private const int Readers = 4;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_reader_stays_in_its_revision_while_an_import_is_committed()
    {
        using var store = _directory.Open();
        store.Import(SmallFile.Rows(10));
        using var staged = store.Stage(SmallFile.Rows(500));
        var seen = await Task.Run(() => store.Read(reader =>
        {
            var before = reader.Facts().Count();
            var committed = Task.Run(() => staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken)).GetAwaiter().GetResult();
            return (before, committed.Revision, reader.Revision, reader.Facts().Count());
        }), TestContext.Current.CancellationToken);
        Assert.Equal((10, 2, 1, 10), seen);
        Assert.Equal(500, store.Read(reader => reader.Facts().Count()));
    }

    [Fact]
    public async Task Readers_see_whole_revisions_and_no_lock_while_imports_are_committed_and_undone()
    {
        using var store = _directory.Open();
        store.Import(SmallFile.Rows(100));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(Read)).ToList();
        for (var round = 0; round < 5; round++)
        {
            store.Import(SmallFile.Rows(3000));
            store.Undo(store.Revision);
        }

        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.Equal([100, 3000], seen.SelectMany(counts => counts).Distinct().Order());

        HashSet<int> Read()
        {
            var counts = new HashSet<int>();
            while (!done.IsCancellationRequested)
            {
                counts.Add(store.Read(reader => reader.Facts().Count()));
                Assert.Contains(store.FindByText("fighting").Count, new[] { 100, 3000 });
            }

            return counts;
        }
    }

    [Fact]
    public void An_import_that_is_stopped_at_any_moment_is_committed_whole_or_not_at_all()
    {
        using var store = _directory.Open();
        store.Import(SmallFile.Rows(10));
        var before = Contents.Of(store);
        for (var milliseconds = 1; ; milliseconds *= 2)
        {
            using var staged = store.Stage(SmallFile.Rows(4000));
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                Assert.Equal(new CommittedImport(2, 3990, 0, 10, 0), staged.Commit("x", skipRefused: true, stop.Token));
                break;
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(before, Contents.Of(store));
            }
        }

        Assert.Equal(4000, store.Read(reader => reader.Facts().Count()));
    }
}
