using System.Runtime.InteropServices;

namespace Dashboard.Data.Import;

/// <summary>
/// A thread that gives way: readers stay fast while a file comes in, and while a revision is made ready. .NET's thread priorities do nothing on Linux, where
/// each thread has a nice value of its own instead.
/// </summary>
public static class BackgroundThread
{
    private const int OneThread = 0; // PRIO_PROCESS, which on Linux means the thread of that id
    private const int CallingThread = 0;
    private const int Nice = 10;

    /// <param name="givesWay">False where nobody reads beside it.</param>
    public static Thread Start(string name, bool givesWay, Action work)
    {
        var thread = new Thread(() =>
        {
            if (givesWay)
            {
                GiveWay();
            }

            work();
        })
        {
            Name = name,
            IsBackground = true,
            Priority = givesWay ? ThreadPriority.BelowNormal : ThreadPriority.Normal,
        };
        thread.Start();
        return thread;
    }

    /// <summary>It fails where it is not allowed; then everything is as it was.</summary>
    private static void GiveWay()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(OneThread, CallingThread, Nice);
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int value);
}
