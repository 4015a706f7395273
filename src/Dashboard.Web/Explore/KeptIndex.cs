using Dashboard.Data;
using Dashboard.Index;

namespace Dashboard.Web.Explore;

/// <summary>
/// The index of the last revision, in a file beside the store: a start reads it in a fraction of the time that making it
/// takes. It can be thrown away at any time.
/// </summary>
internal static class KeptIndex
{
    /// <summary>So few are indexed while the file would be looked for.</summary>
    private const int Few = 20_000;

    private const string Name = "index.cache";

    /// <summary>Null when none of this revision, as this program would make it, was kept.</summary>
    public static IncidentIndex? Open(DashboardStore store, string revisionName) => IndexFile.Open(PathIn(store), revisionName);

    /// <summary>What an earlier writing left unfinished goes.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(DashboardStore store, string revisionName, IncidentIndex index)
    {
        if (index.Total + index.Leads > Few)
        {
            foreach (var unfinished in Directory.EnumerateFiles(store.Directory, $"{Name}.*"))
            {
                File.Delete(unfinished);
            }

            IndexFile.Write(index, PathIn(store), revisionName);
        }
    }

    private static string PathIn(DashboardStore store) => Path.Combine(store.Directory, Name);
}
