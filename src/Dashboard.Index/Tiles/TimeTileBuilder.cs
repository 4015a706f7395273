namespace Dashboard.Index.Tiles;

/// <summary>Gathers the counts of a time-tile, stretch by stretch, in any order within one.</summary>
internal sealed class TimeTileBuilder(TimeEdges edges, int side, IReadOnlyList<TileGroupKey> groups)
{
    private readonly uint[] _undated = new uint[groups.Count];
    private readonly List<int> _offsets = [];
    private readonly List<ulong> _series = [];
    private readonly List<uint> _counts = [];
    private readonly Dictionary<ulong, uint> _stretch = [];
    private readonly Dictionary<(int Stretch, int EndEdge, ulong Series), uint> _late = [];

    public void AddUndated(int group) => _undated[group]++;

    /// <summary>Something starts in the stretch that is told now.</summary>
    /// <param name="endEdge">Where it is over.</param>
    public void Add(uint cell, int group, int endEdge)
    {
        var series = ((ulong)cell * (ulong)groups.Count) + (ulong)group;
        _stretch[series] = _stretch.GetValueOrDefault(series) + 1;
        if (endEdge > _offsets.Count)
        {
            var key = (_offsets.Count, endEdge, series);
            _late[key] = _late.GetValueOrDefault(key) + 1;
        }
    }

    public void EndStretch()
    {
        _offsets.Add(_series.Count);
        foreach (var (series, count) in _stretch.OrderBy(pair => pair.Key))
        {
            _series.Add(series);
            _counts.Add(count);
        }

        _stretch.Clear();
    }

    /// <summary>The tile, with those cells and groups in which anything is.</summary>
    /// <param name="isOneCell">True to keep the first cell also when it is empty.</param>
    public TimeTile Build(bool isOneCell)
    {
        var all = (ulong)groups.Count;
        var cells = _series.Select(series => (uint)(series / all)).Concat(isOneCell ? [0] : []).Distinct().Order().ToArray();
        var present = Enumerable.Range(0, groups.Count)
            .Intersect(_series.Select(series => (int)(series % all)).Distinct().Concat(Enumerable.Range(0, groups.Count).Where(group => _undated[group] > 0)))
            .ToArray();
        var cellNumbers = cells.Index().ToDictionary(cell => cell.Item, cell => (uint)cell.Index);
        var groupNumbers = present.Index().ToDictionary(group => (uint)group.Item, group => (uint)group.Index);
        return new TimeTile
        {
            Edges = edges,
            Groups = [.. present.Select(group => groups[group])],
            Side = side,
            Undated = [.. present.Select(group => _undated[group])],
            Cells = cells,
            Offsets = [.. _offsets, _series.Count],
            Series = [.. _series.Select(Numbered)],
            Counts = [.. _counts],
            Late = [.. _late.OrderBy(pair => pair.Key).Select(pair => new LateEntry(pair.Key.Stretch, pair.Key.EndEdge, Numbered(pair.Key.Series), pair.Value))],
        };

        uint Numbered(ulong series) => (cellNumbers[(uint)(series / all)] * (uint)present.Length) + groupNumbers[(uint)(series % all)];
    }
}
