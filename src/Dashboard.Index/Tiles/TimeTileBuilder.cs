namespace Dashboard.Index.Tiles;

/// <summary>Gathers the counts of a time-tile: one stretch after the other, in any order within one.</summary>
internal sealed class TimeTileBuilder
{
    private readonly TimeEdges _edges;
    private readonly int _side;
    private readonly IReadOnlyList<TileGroupKey> _groups;
    private readonly SeriesNumbers _numbers;
    private readonly SparseCounts _stretch;
    private readonly List<(uint Series, uint Count)>?[] _lateByEdge;
    private readonly uint[] _undated;
    private readonly List<int> _offsets = [];
    private readonly List<uint> _series = [];
    private readonly List<uint> _counts = [];
    private readonly List<LateEntry> _late = [];
    private readonly List<uint> _lateSeries = [];
    private readonly List<uint> _lateCounts = [];

    public TimeTileBuilder(TimeEdges edges, int side, IReadOnlyList<TileGroupKey> groups)
    {
        (_edges, _side, _groups) = (edges, side, groups);
        _numbers = new SeriesNumbers((ulong)side * (ulong)side, groups.Count);
        _stretch = new SparseCounts(_numbers.Expected);
        _lateByEdge = new List<(uint, uint)>?[edges.Count + 1];
        _undated = new uint[groups.Count];
    }

    /// <summary>The stretch that is told now.</summary>
    public int Stretch => _offsets.Count;

    public uint SeriesOf(uint cell, int group) => _numbers.Of(cell, group);

    public void AddUndated(int group, uint count) => _undated[group] += count;

    /// <summary>So many start in the stretch.</summary>
    public void Add(uint series, uint count = 1) => _stretch.Add(series, count);

    /// <summary>Of those that start in the stretch, so many are over only at a later edge than its own.</summary>
    public void AddLate(uint series, int endEdge, uint count = 1) => (_lateByEdge[endEdge] ??= []).Add((series, count));

    public void EndStretch()
    {
        var stretch = Stretch;
        _offsets.Add(_series.Count);
        _stretch.MoveTo(_series, _counts);
        var (series, counts) = (_lateSeries, _lateCounts);
        for (var endEdge = stretch + 1; endEdge < _lateByEdge.Length; endEdge++)
        {
            if (_lateByEdge[endEdge] is { Count: > 0 } late)
            {
                late.ForEach(one => _stretch.Add(one.Series, one.Count));
                late.Clear();
                _stretch.MoveTo(series, counts);
                _late.AddRange(series.Zip(counts, (one, count) => new LateEntry(stretch, endEdge, one, count)));
                series.Clear();
                counts.Clear();
            }
        }
    }

    /// <summary>The tile, with those cells and groups in which anything is.</summary>
    public TimeTile Build()
    {
        var (cells, groups, told) = Present();
        var (series, counts, late) = (_series.ToArray(), _counts.ToArray(), _late.ToArray());
        int[] offsets = [.. _offsets, series.Length];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = told[series[i]];
        }

        for (var i = 0; i < late.Length; i++)
        {
            late[i] = late[i] with { Series = told[late[i].Series] };
        }

        if (!_numbers.IsOrdered)
        {
            for (var stretch = 0; stretch <= _edges.Count; stretch++)
            {
                Array.Sort(series, counts, offsets[stretch], offsets[stretch + 1] - offsets[stretch]);
            }

            late = [.. late.OrderBy(entry => entry.Stretch).ThenBy(entry => entry.EndEdge).ThenBy(entry => entry.Series)];
        }

        return new TimeTile
        {
            Edges = _edges,
            Groups = [.. groups.Select(group => _groups[group])],
            Side = _side,
            Undated = [.. groups.Select(group => _undated[group])],
            Cells = cells,
            Offsets = offsets,
            Series = series,
            Counts = counts,
            Late = late,
        };
    }

    /// <summary>What occurs, and for each number of a series the one by which it is told.</summary>
    private (uint[] Cells, int[] Groups, uint[] Told) Present()
    {
        var used = new Bitmap(_stretch.Limit);
        _series.ForEach(series => used.Set((int)series));
        var parts = used.Rows().Select(series => (Series: series, Parts: _numbers.Parts((uint)series))).ToArray();
        var isPresent = Array.ConvertAll(_undated, count => count > 0);
        foreach (var (_, (_, group)) in parts)
        {
            isPresent[group] = true;
        }

        uint[] cells = [.. parts.Select(series => series.Parts.Cell).Concat(_side == 1 ? [0] : []).Distinct().Order()];
        int[] groups = [.. Enumerable.Range(0, _groups.Count).Where(group => isPresent[group])];
        var told = new uint[_stretch.Limit];
        foreach (var (series, (cell, group)) in parts)
        {
            told[series] = (uint)((Array.BinarySearch(cells, cell) * groups.Length) + Array.BinarySearch(groups, group));
        }

        return (cells, groups, told);
    }
}
