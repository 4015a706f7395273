using System.Diagnostics;

namespace Dashboard.Data.Tests.Staging;

/// <summary>A disk of a few megabytes in memory, which only root can make.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-disk-");
    private readonly bool _isMounted;

    private SmallDisk(int megabytes) => _isMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", Path);

    public string Path => _folder.FullName;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk OfMegabytes(int count) => new(count);

    public void SkipUnlessMounted() => Assert.SkipUnless(_isMounted, "mounting a small disk needs root");

    /// <param name="leave">Bytes that stay free.</param>
    public void Fill(long leave)
    {
        using var file = File.Create(Ballast);
        file.Write(new byte[new DriveInfo(Path).AvailableFreeSpace - leave]);
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", "--lazy", Path);
        }

        _folder.Delete(recursive: true);
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
