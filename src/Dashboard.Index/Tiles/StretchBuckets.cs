namespace Dashboard.Index.Tiles;

/// <summary>Entries by stretch.</summary>
internal sealed class StretchBuckets(ulong[] entries, int[] offsets)
{
    public ReadOnlySpan<ulong> Of(int stretch) => entries.AsSpan(offsets[stretch]..offsets[stretch + 1]);

    /// <summary>Found in any order; within a stretch they stay in it.</summary>
    /// <param name="inStretch">For each of what was found its stretch.</param>
    public static StretchBuckets Of(ReadOnlySpan<ulong> found, ReadOnlySpan<ushort> inStretch, int stretches)
    {
        var offsets = new int[stretches + 1];
        foreach (var stretch in inStretch)
        {
            offsets[stretch + 1]++;
        }

        for (var stretch = 0; stretch < stretches; stretch++)
        {
            offsets[stretch + 1] += offsets[stretch];
        }

        var (entries, next) = (GC.AllocateUninitializedArray<ulong>(found.Length), offsets.ToArray());
        for (var i = 0; i < found.Length; i++)
        {
            entries[next[inStretch[i]]++] = found[i];
        }

        return new StretchBuckets(entries, offsets);
    }
}
