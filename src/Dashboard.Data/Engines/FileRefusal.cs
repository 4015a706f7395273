using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>Why a file does not open, in one line that says what to do.</summary>
internal static class FileRefusal
{
    public static StoreRefusedException Damaged(string path, string cause) => new(StoreRefusal.Damaged,
        $"{path} cannot be used: {cause}. Restore a copy or move the file away; it was left as it is.");

    public static StoreRefusedException NotWritable(string path, string cause) => new(StoreRefusal.NotWritable,
        $"{path} cannot be opened for writing: {cause} Make file and directory writable, with room on the disk.");

    public static StoreRefusedException NothingThere(string path) => new(StoreRefusal.NothingThere,
        $"There are no data in {path}. Name the directory that holds them, or start the dashboard there first.");

    public static StoreRefusedException Of(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path, $"it is not a readable database ({error.Message})"),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(StoreRefusal.InUse, $"{path} is in use by another program. Close that one and start again."),
        _ => NotWritable(path, error.Message),
    };
}
