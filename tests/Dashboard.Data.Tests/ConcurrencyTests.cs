using Dashboard.Data.Engines;
using Dashboard.Data.Questions;
using Dashboard.Data.Revisions;

namespace Dashboard.Data.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private const int Datasets = 30;
    private const int Readers = 4;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_reader_stays_in_its_revision_while_the_next_is_committed()
    {
        using var engine = SqliteEngine.Open(_directory.Path);
        Assert.Equal((0, 1, 0), engine.Read(reader =>
        {
            var before = ReadRevision.Ask(reader).Id;
            var committed = engine.Write(writer => AddDataset.Run(writer, SmallDataset.Create(), DateTimeOffset.UnixEpoch)).Revision;
            return (before, committed, ReadRevision.Ask(reader).Id);
        }));
    }

    [Fact]
    public async Task Readers_see_whole_revisions_and_no_lock_while_others_write()
    {
        using var store = _directory.Open();
        var whole = Enumerable.Range(0, Datasets).ToDictionary(n => $"set-{n}", n => SmallDataset.Create($"set-{n}", $"{n}-"));
        using var written = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(Read)).ToList();
        var writers = whole.Values.Chunk(Datasets / 2).Select(half => Task.Run(() => Array.ForEach(half, store.Add)));
        await Task.WhenAll(writers);
        await written.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(Datasets, store.Revision);
        Assert.Equal(Datasets, store.ReadDatasets().Count);

        void Read()
        {
            var seen = 0;
            do
            {
                var datasets = store.ReadDatasets();
                Assert.True(datasets.Count >= seen, "a later reader saw less than an earlier one");
                Assert.All(datasets, dataset => Assert.Equal(whole[dataset.Description.Slug], dataset));
                var found = store.FindByText("suwayda");
                Assert.InRange(found.Count, datasets.Count, Datasets);
                Assert.Equal(found.Count, store.ReadSummaries([.. found]).Count);
                seen = datasets.Count;
            }
            while (!written.IsCancellationRequested);
        }
    }
}
