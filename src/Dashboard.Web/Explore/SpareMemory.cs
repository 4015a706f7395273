namespace Dashboard.Web.Explore;

/// <summary>
/// Making an index leaves behind several times what the index takes, and a process that then does little keeps it: who has
/// made one says so, and the system gets it back.
/// </summary>
public static class SpareMemory
{
    /// <summary>A process that holds less is not worth the trouble.</summary>
    private const long Much = 512L * 1024 * 1024;

    /// <summary>Before anybody is served: everything stands still for a moment.</summary>
    /// <param name="much">A process that holds fewer bytes keeps them.</param>
    public static void GiveBackAll(long much = Much)
    {
        if (Environment.WorkingSet > much)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>While others are served, who do not wait for it.</summary>
    /// <inheritdoc cref="GiveBackAll"/>
    public static void GiveBack(long much = Much)
    {
        if (Environment.WorkingSet > much)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }
}
