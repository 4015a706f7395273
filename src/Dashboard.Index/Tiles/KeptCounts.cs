namespace Dashboard.Index.Tiles;

/// <summary>
/// A few counters that were used before, to be used again: those of a tile are large enough that getting new memory for them, and
/// giving it back, takes longer than counting many a tile.
/// </summary>
internal static class KeptCounts
{
    private const int MostKept = 4;

    /// <summary>Larger ones are rare, and not kept.</summary>
    private const int Largest = 1 << 19;

    private static readonly Lock _lock = new();

    /// <summary>The smallest come first.</summary>
    private static readonly List<SparseCounts> _kept = [];

    /// <summary>With nothing counted, for numbers that are lower than this, mostly.</summary>
    public static SparseCounts Rent(int expected)
    {
        lock (_lock)
        {
            var found = _kept.FindIndex(counts => counts.Limit >= expected);
            if (found >= 0)
            {
                var counts = _kept[found];
                _kept.RemoveAt(found);
                return counts;
            }
        }

        return new SparseCounts(expected);
    }

    /// <param name="counts">All that was counted is told and forgotten. Nobody may use it from now on.</param>
    public static void Return(SparseCounts counts)
    {
        if (counts.Limit > Largest)
        {
            return;
        }

        lock (_lock)
        {
            var place = _kept.FindIndex(kept => kept.Limit >= counts.Limit);
            _kept.Insert(place < 0 ? _kept.Count : place, counts);
            if (_kept.Count > MostKept)
            {
                _kept.RemoveAt(0);
            }
        }
    }
}
