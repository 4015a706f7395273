using Dashboard.Web.Explore;

namespace Dashboard.Web.Tests.Explore;

[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>What a process holds and needs no more goes back to the system. Nothing else is collected meanwhile: these tests run alone.</summary>
[Collection<AloneInTheProcess>]
public sealed class SpareMemoryTests
{
    private const int Megabyte = 1024 * 1024;
    private const int Spare = 128;

    [Fact]
    public void All_that_is_spare_is_given_back_before_anybody_is_served()
    {
        var kept = Make(Spare);
        var held = Environment.WorkingSet;
        kept.Clear();
        var blocking = Index(GCKind.FullBlocking);

        SpareMemory.GiveBackAll(much: 0);

        Assert.True(Index(GCKind.FullBlocking) > blocking);
        Assert.InRange(held - Environment.WorkingSet, Spare / 2 * Megabyte, long.MaxValue);
    }

    [Fact]
    public async Task While_others_are_served_nothing_stands_still_for_it()
    {
        var spare = Forgotten();
        var blocking = Index(GCKind.FullBlocking);

        SpareMemory.GiveBack(much: 0);

        while (spare.IsAlive)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(blocking, Index(GCKind.FullBlocking));
    }

    [Fact]
    public void A_process_that_holds_little_keeps_it()
    {
        var (blocking, collections) = (Index(GCKind.FullBlocking), GC.CollectionCount(GC.MaxGeneration));
        SpareMemory.GiveBackAll(much: long.MaxValue);
        SpareMemory.GiveBack(much: long.MaxValue);
        Assert.Equal((blocking, collections), (Index(GCKind.FullBlocking), GC.CollectionCount(GC.MaxGeneration)));
    }

    private static long Index(GCKind kind) => GC.GetGCMemoryInfo(kind).Index;

    private static WeakReference Forgotten()
    {
        var kept = Make(1);
        return new WeakReference(kept[0]);
    }

    /// <summary>So many megabytes that were written to: else the system would not have given them yet.</summary>
    private static List<byte[]> Make(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var bytes = new byte[Megabyte];
        bytes.AsSpan().Fill(1);
        return bytes;
    })];
}
