using Dashboard.Data.Staging;

namespace Dashboard.Data.Tests.Staging;

public sealed class FullDiskTests : IDisposable
{
    private readonly SmallDisk _disk = SmallDisk.OfMegabytes(12);

    private string Data => Path.Combine(_disk.Path, "data");

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void A_file_that_the_disk_does_not_hold_is_told_and_leaves_the_store_as_it_was()
    {
        _disk.SkipUnlessMounted();
        using var store = DashboardStore.Open(Data);
        store.Import(SmallFile.Rows(100));
        var before = Contents.Of(store);
        Assert.StartsWith("The disk is full: nothing was changed", Assert.Throws<StoreRefusedException>(() => store.Import(SmallFile.Rows(20_000))).Message, StringComparison.Ordinal);
        AssertItWorks(store, before);
    }

    [Fact]
    public void A_disk_that_is_full_in_the_middle_of_a_commit_leaves_the_store_as_it_was()
    {
        _disk.SkipUnlessMounted();
        using var store = DashboardStore.Open(Data);
        store.Import(SmallFile.Rows(100));
        var before = Contents.Of(store);
        using var staged = store.Stage(SmallFile.Rows(2500));
        _disk.Fill(leave: 1 << 20);
        Assert.StartsWith("The disk is full: nothing was changed",
            Assert.Throws<StoreRefusedException>(() => staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents.Of(store));
        _disk.MakeRoom();
        Assert.Equal(new CommittedImport(2, 2400, 0, 100, 0), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
    }

    private static void AssertItWorks(DashboardStore store, IReadOnlyList<Domain.Dataset> before)
    {
        Assert.Equal(before, Contents.Of(store));
        Assert.Equal(new CommittedImport(2, 10, 0, 100, 0), store.Import(SmallFile.Rows(110)));
    }
}
