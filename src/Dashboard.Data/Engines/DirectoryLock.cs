namespace Dashboard.Data.Engines;

/// <summary>One process has one data directory: the lock is an open file that nobody else can open, and ends with the process.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Creates the directory where it is missing, and takes it.</summary>
    /// <exception cref="StoreRefusedException">The directory is in use, or cannot be created or written.</exception>
    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, "dashboard.lock");
            return new DirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException inUse) when (inUse.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac)
        {
            throw new StoreRefusedException(StoreRefusal.InUse,
                $"The data directory {directory} is in use by another process. Stop that one, or name another directory.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException(StoreRefusal.NotWritable,
                $"The data directory {directory} cannot be written: {refused.Message} Make it writable, or name another directory.");
        }
    }

    public void Dispose() => _file.Dispose();
}
