using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Dashboard.Index.Tests;

public class SideBySideTests
{
    [Fact]
    public void Every_piece_is_done_once()
    {
        var done = new int[1000];
        SideBySide.Run(done.Length, piece => Interlocked.Increment(ref done[piece]));

        Assert.Equal(Enumerable.Repeat(1, done.Length), done);
    }

    [Fact]
    public void What_fails_in_a_piece_fails_for_the_caller()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => SideBySide.Run(() => { }, () => throw new InvalidOperationException("refused"), () => { }));

        Assert.Equal("refused", refused.Message);
    }

    [Fact]
    public void Other_threads_give_way_as_the_one_that_starts_them_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere threads have priorities");
        var seen = new ConcurrentBag<(int Thread, int Nice)>();
        var background = new Thread(() =>
        {
            _ = SetPriority(which: 0, who: 0, value: 19);
            using var all = new Barrier(Math.Min(2, Environment.ProcessorCount));
            SideBySide.Run(all.ParticipantCount, _ =>
            {
                all.SignalAndWait();
                seen.Add((Environment.CurrentManagedThreadId, GetPriority(which: 0, who: 0)));
            });
        });
        background.Start();
        background.Join();

        Assert.Equal(Math.Min(2, Environment.ProcessorCount), seen.DistinctBy(one => one.Thread).Count());
        Assert.All(seen, one => Assert.Equal(19, one.Nice));
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int value);

    [DllImport("libc", EntryPoint = "getpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetPriority(int which, uint who);
}
