using System.Runtime.InteropServices;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>
/// The SQLite of the operating system, which its maintainers keep patched. The managed provider asks for a library named
/// <c>e_sqlite3</c>; here it is given the system's.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>The first version that has all that schema and questions use: <c>STRICT</c> tables, JSON built in.</summary>
    private const int OldestVersion = 3_038_000;

    private const string HowToInstall = "Install it (Debian, Ubuntu: apt-get install libsqlite3-0; Fedora: dnf install sqlite-libs) and start again.";

    private static readonly Lazy<string> _version = new(Prepare);

    private static string[] SystemNames =>
        OperatingSystem.IsWindows() ? ["winsqlite3"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];

    /// <summary>Loads the library once for the process, and tells its version.</summary>
    /// <exception cref="StoreRefusedException">The system has no SQLite, or one that is too old.</exception>
    public static string Load() => _version.Value;

    /// <summary>The handle of the first of these libraries that the system has.</summary>
    internal static nint Find(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                return handle;
            }
        }

        throw new StoreRefusedException(StoreRefusal.LibraryMissing, $"SQLite is not installed: {names[0]} was not found. {HowToInstall}");
    }

    private static string Prepare()
    {
        var handle = Find(SystemNames);
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == "e_sqlite3" ? handle : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        var version = raw.sqlite3_libversion().utf8_to_string();
        return raw.sqlite3_libversion_number() >= OldestVersion
            ? version
            : throw new StoreRefusedException(StoreRefusal.LibraryMissing, $"SQLite {version} is too old: 3.38 or newer is needed. {HowToInstall}");
    }
}
