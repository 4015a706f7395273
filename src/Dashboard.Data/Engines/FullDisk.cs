using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>Tells a disk that is full, or does not take what is written, from a fault of the program.</summary>
internal static class FullDisk
{
    /// <exception cref="StoreRefusedException">The disk did not take what the work wrote.</exception>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_FULL)
        {
            throw Refused("The disk is full");
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN)
        {
            throw Refused($"The disk cannot be written ({error.Message})");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused($"The disk cannot be written ({error.Message})");
        }
    }

    private static StoreRefusedException Refused(string cause) => new(StoreRefusal.NotWritable,
        $"{cause}: nothing was imported, and what was there is as it was. Make room where the data directory is and import again.");
}
