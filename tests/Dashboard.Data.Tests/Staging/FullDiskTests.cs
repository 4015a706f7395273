using System.Diagnostics;
using Dashboard.Data.Staging;

namespace Dashboard.Data.Tests.Staging;

/// <summary>On a disk of a few megabytes in memory, which only root can make.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Megabytes = 12;

    private readonly TemporaryDirectory _disk = new();
    private readonly bool _isMounted;

    public FullDiskTests() => _isMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "none", _disk.Path);

    private string Data => Path.Combine(_disk.Path, "data");

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _disk.Path);
        }

        _disk.Dispose();
    }

    [Fact]
    public void A_file_that_the_disk_does_not_hold_is_told_and_leaves_the_store_as_it_was()
    {
        Assert.SkipUnless(_isMounted, "mounting a small disk needs root");
        using var store = DashboardStore.Open(Data);
        store.Import(SmallFile.Rows(100));
        var before = Contents.Of(store);
        Assert.StartsWith("The disk is full: nothing was imported", Assert.Throws<StoreRefusedException>(() => store.Import(SmallFile.Rows(20_000))).Message, StringComparison.Ordinal);
        AssertItWorks(store, before);
    }

    [Fact]
    public void A_disk_that_is_full_in_the_middle_of_a_commit_leaves_the_store_as_it_was()
    {
        Assert.SkipUnless(_isMounted, "mounting a small disk needs root");
        using var store = DashboardStore.Open(Data);
        store.Import(SmallFile.Rows(100));
        var before = Contents.Of(store);
        using var staged = store.Stage(SmallFile.Rows(2500));
        var ballast = Path.Combine(_disk.Path, "ballast");
        FillDisk(ballast, leave: 1 << 20);
        Assert.StartsWith("The disk is full: nothing was imported",
            Assert.Throws<StoreRefusedException>(() => staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents.Of(store));
        File.Delete(ballast);
        Assert.Equal(new CommittedImport(2, 2400, 0, 100, 0), staged.Commit("x", skipRefused: true, TestContext.Current.CancellationToken));
    }

    private static void AssertItWorks(DashboardStore store, IReadOnlyList<Domain.Dataset> before)
    {
        Assert.Equal(before, Contents.Of(store));
        Assert.Equal(new CommittedImport(2, 10, 0, 100, 0), store.Import(SmallFile.Rows(110)));
    }

    private void FillDisk(string path, long leave)
    {
        using var file = File.Create(path);
        file.Write(new byte[new DriveInfo(_disk.Path).AvailableFreeSpace - leave]);
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
