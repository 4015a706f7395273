namespace Dashboard.Index.Tiles;

/// <summary>A time-tile in which what a lens does not mention is a group of its own: all that is counted, less what is mentioned.</summary>
internal sealed class FadedTile
{
    private readonly TimeTile _all;
    private readonly TimeTile _mentioned;
    private readonly TileGroupKey[] _groups;

    /// <summary>For each cell that has anything mentioned its place among all cells.</summary>
    private readonly uint[] _places;

    private FadedTile(TimeTile all, TimeTile mentioned)
    {
        (_all, _mentioned) = (all, mentioned);
        _groups = [.. mentioned.Groups, TileGroupKey.Unmentioned];
        _places = Array.ConvertAll(mentioned.Cells, cell => (uint)Array.BinarySearch(all.Cells, cell));
    }

    /// <param name="all">What is counted.</param>
    /// <param name="mentioned">What is mentioned of it, in the same cells and stretches.</param>
    /// <returns>The groups of what is mentioned, and after them <see cref="TileGroupKey.Unmentioned"/>, if anything is.</returns>
    public static TimeTile Of(TimeTile all, TimeTile mentioned)
    {
        var unmentioned = Sum(all.Undated) - Sum(mentioned.Undated) + Sum(all.Counts) - Sum(mentioned.Counts);
        return unmentioned == 0 ? mentioned : new FadedTile(all, mentioned).Tile();
    }

    private static long Sum(uint[] counts) => counts.Sum(count => (long)count);

    private TimeTile Tile()
    {
        var (offsets, series, counts) = (new int[_all.Offsets.Length], new List<uint>(), new List<uint>());
        for (var stretch = 0; stretch < offsets.Length - 1; stretch++)
        {
            AddDifference(
                Entries(_all.Offsets[stretch], _all.Offsets[stretch + 1], entry => (_all.Series[entry], _all.Counts[entry])),
                Entries(_mentioned.Offsets[stretch], _mentioned.Offsets[stretch + 1], entry => (_mentioned.Series[entry], _mentioned.Counts[entry])),
                (one, count) =>
                {
                    series.Add(one);
                    counts.Add(count);
                });
            offsets[stretch + 1] = series.Count;
        }

        return _all with
        {
            Groups = _groups,
            Undated = [.. _mentioned.Undated, (uint)(Sum(_all.Undated) - Sum(_mentioned.Undated))],
            Offsets = offsets,
            Series = [.. series],
            Counts = [.. counts],
            Late = Late(),
        };
    }

    private LateEntry[] Late()
    {
        var late = new List<LateEntry>();
        var (all, mentioned) = (_all.Late, _mentioned.Late);
        for (int from = 0, to, own = 0, ownTo; from < all.Length; from = to, own = ownTo)
        {
            var (stretch, endEdge, _, _) = all[from];
            for (to = from; to < all.Length && (all[to].Stretch, all[to].EndEdge) == (stretch, endEdge); to++)
            {
            }

            for (ownTo = own; ownTo < mentioned.Length && (mentioned[ownTo].Stretch, mentioned[ownTo].EndEdge) == (stretch, endEdge); ownTo++)
            {
            }

            AddDifference(
                Entries(from, to, entry => (all[entry].Series, all[entry].Count)),
                Entries(own, ownTo, entry => (mentioned[entry].Series, mentioned[entry].Count)),
                (one, count) => late.Add(new LateEntry(stretch, endEdge, one, count)));
        }

        return [.. late];
    }

    /// <summary>Cell by cell what is mentioned, and what is left of all.</summary>
    /// <param name="all">By series.</param>
    /// <param name="mentioned">By series.</param>
    private void AddDifference(List<(uint Series, uint Count)> all, List<(uint Series, uint Count)> mentioned, Action<uint, uint> add)
    {
        var (allGroups, ownGroups, groups) = ((uint)_all.Groups.Count, (uint)_mentioned.Groups.Count, (uint)_groups.Length);
        for (int from = 0, own = 0; from < all.Count;)
        {
            var (cell, left) = (all[from].Series / allGroups, 0U);
            for (; from < all.Count && all[from].Series / allGroups == cell; from++)
            {
                left += all[from].Count;
            }

            for (; own < mentioned.Count && _places[mentioned[own].Series / ownGroups] == cell; own++)
            {
                left -= mentioned[own].Count;
                add((cell * groups) + (mentioned[own].Series % ownGroups), mentioned[own].Count);
            }

            if (left > 0)
            {
                add((cell * groups) + ownGroups, left);
            }
        }
    }

    private static List<(uint Series, uint Count)> Entries(int from, int to, Func<int, (uint, uint)> at)
    {
        var entries = new List<(uint, uint)>(to - from);
        for (var entry = from; entry < to; entry++)
        {
            entries.Add(at(entry));
        }

        return entries;
    }
}
