namespace Dashboard.Index.Tiles;

/// <summary>Entries by stretch.</summary>
internal sealed class StretchBuckets(ulong[] entries, int[] offsets)
{
    public ReadOnlySpan<ulong> Of(int stretch) => entries.AsSpan(offsets[stretch]..offsets[stretch + 1]);

    /// <summary>Found in any order.</summary>
    /// <param name="stretchOf">Leads from an entry to its stretch; asked once for each, in order.</param>
    public static StretchBuckets Of(List<ulong> found, int stretches, Func<ulong, int> stretchOf)
    {
        var inStretch = new ushort[found.Count];
        var offsets = new int[stretches + 1];
        for (var i = 0; i < inStretch.Length; i++)
        {
            inStretch[i] = (ushort)stretchOf(found[i]);
            offsets[inStretch[i] + 1]++;
        }

        for (var stretch = 0; stretch < stretches; stretch++)
        {
            offsets[stretch + 1] += offsets[stretch];
        }

        var (entries, next) = (new ulong[inStretch.Length], offsets.ToArray());
        for (var i = 0; i < inStretch.Length; i++)
        {
            entries[next[inStretch[i]]++] = found[i];
        }

        return new StretchBuckets(entries, offsets);
    }
}

/// <summary>The stretches of entries that have their row in the lower half and come nearly in the order of rows.</summary>
internal sealed class NearStretch(StretchCuts cuts)
{
    private int _last;

    public int Of(ulong entry) => _last = cuts.StretchOf((int)(uint)entry, _last);
}
