using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>Tells a disk that is full, or does not take what is written, from a fault of the program.</summary>
public static class FullDisk
{
    /// <summary>ENOSPC, which has the same number on Linux and macOS.</summary>
    private const int NoSpace = 28;

    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>What a failure to write means, in words; null where it is not the disk's.</summary>
    public static StoreRefusedException? Of(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => Refused("The disk is full"),
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN } => Refused($"The disk cannot be written ({error.Message})"),
        IOException { HResult: NoSpace or NoSpaceOnWindows } => Refused("The disk is full"),
        IOException or UnauthorizedAccessException => Refused($"The disk cannot be written ({error.Message})"),
        _ => null,
    };

    /// <exception cref="StoreRefusedException">The disk did not take what the work wrote.</exception>
    internal static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (Of(error) is not null)
        {
            throw Of(error)!;
        }
    }

    private static StoreRefusedException Refused(string cause) =>
        new(StoreRefusal.NotWritable, $"{cause}: nothing was changed. Make room where the data directory is, and try again.");
}
