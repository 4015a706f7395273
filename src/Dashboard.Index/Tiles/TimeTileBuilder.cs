using System.Buffers;
using System.Runtime.InteropServices;

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
    private readonly List<int> _offsets = [0];
    private readonly List<uint> _series = [];
    private readonly List<uint> _counts = [];
    private readonly List<LateEntry> _late = [];
    private readonly List<uint> _lateSeries = [];
    private readonly List<uint> _lateCounts = [];
    private int _lastLateEdge;

    public TimeTileBuilder(TimeEdges edges, int side, IReadOnlyList<TileGroupKey> groups)
    {
        (_edges, _side, _groups) = (edges, side, groups);
        _numbers = new SeriesNumbers((ulong)side * (ulong)side, groups.Count);
        _stretch = KeptCounts.Rent(_numbers.Expected);
        _lateByEdge = new List<(uint, uint)>?[edges.Count + 1];
        _undated = new uint[groups.Count];
    }

    /// <summary>The stretch that is told now.</summary>
    public int Stretch => _offsets.Count - 1;

    public uint SeriesOf(uint cell, int group) => _numbers.Of(cell, group);

    public void AddUndated(int group, uint count) => _undated[group] += count;

    /// <summary>So many start in the stretch.</summary>
    public void Add(uint series, uint count = 1) => _stretch.Add(series, count);

    /// <summary>Of those that start in the stretch, so many are over only at a later edge than its own.</summary>
    public void AddLate(uint series, int endEdge, uint count = 1)
    {
        (_lateByEdge[endEdge] ??= []).Add((series, count));
        _lastLateEdge = Math.Max(_lastLateEdge, endEdge);
    }

    /// <summary>So many of each series start in the stretch, of which nothing else is told.</summary>
    /// <param name="starts">The series in the upper half, how many in the lower; ascending where series follow cells, and what is of one series side by side.</param>
    public void AddWhole(ReadOnlySpan<ulong> starts)
    {
        var (from, last) = (_series.Count, uint.MaxValue);
        _series.EnsureCapacity(from + starts.Length);
        _counts.EnsureCapacity(from + starts.Length);
        foreach (var start in starts)
        {
            var (series, count) = ((uint)(start >> 32), (uint)start);
            if (series == last && _series.Count > from)
            {
                CollectionsMarshal.AsSpan(_counts)[^1] += count;
                continue;
            }

            _series.Add(last = series);
            _counts.Add(count);
        }
    }

    public void EndStretch()
    {
        var stretch = Stretch;
        _stretch.MoveTo(_series, _counts);
        _offsets.Add(_series.Count);
        for (var endEdge = stretch + 1; endEdge <= _lastLateEdge; endEdge++)
        {
            if (_lateByEdge[endEdge] is { Count: > 0 } late)
            {
                EndLate(stretch, endEdge, late);
            }
        }

        _lastLateEdge = 0;
    }

    private void EndLate(int stretch, int endEdge, List<(uint Series, uint Count)> late)
    {
        foreach (var (series, count) in late)
        {
            _stretch.Add(series, count);
        }

        late.Clear();
        _lateSeries.Clear();
        _lateCounts.Clear();
        _stretch.MoveTo(_lateSeries, _lateCounts);
        for (var i = 0; i < _lateSeries.Count; i++)
        {
            _late.Add(new LateEntry(stretch, endEdge, _lateSeries[i], _lateCounts[i]));
        }
    }

    /// <summary>The tile, with those cells and groups in which anything is. Nothing is added from now on.</summary>
    public TimeTile Build()
    {
        var told = ArrayPool<uint>.Shared.Rent(_stretch.Limit);
        var (cells, groups) = Present(told);
        var (series, counts, late) = (_series.ToArray(), _counts.ToArray(), _late.ToArray());
        int[] offsets = [.. _offsets];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = told[series[i]];
        }

        for (var i = 0; i < late.Length; i++)
        {
            late[i] = late[i] with { Series = told[late[i].Series] };
        }

        ArrayPool<uint>.Shared.Return(told);
        KeptCounts.Return(_stretch);
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

    /// <summary>What occurs.</summary>
    /// <param name="told">For each number of a series that occurs it gets the one by which it is told.</param>
    private (uint[] Cells, int[] Groups) Present(uint[] told)
    {
        var used = new Bitmap(_stretch.Limit);
        foreach (var one in _series)
        {
            used.Set((int)one);
        }

        uint[] series = [.. used.Rows().Select(one => (uint)one)];
        var parts = Array.ConvertAll(series, _numbers.Parts);
        var isPresent = Array.ConvertAll(_undated, count => count > 0);
        foreach (var (_, group) in parts)
        {
            isPresent[group] = true;
        }

        int[] groups = [.. Enumerable.Range(0, _groups.Count).Where(group => isPresent[group])];
        var toldGroups = new uint[_groups.Count];
        foreach (var (place, group) in groups.Index())
        {
            toldGroups[group] = (uint)place;
        }

        var cells = Cells(parts);
        for (int i = 0, place = 0; i < series.Length; i++)
        {
            place = cells[place] == parts[i].Cell ? place : Array.BinarySearch(cells, parts[i].Cell);
            told[series[i]] = (uint)(place * groups.Length) + toldGroups[parts[i].Group];
        }

        return (cells, groups);
    }

    private uint[] Cells((uint Cell, int Group)[] parts)
    {
        var cells = new List<uint>(_side == 1 ? [0] : []);
        foreach (var (cell, _) in parts)
        {
            if (cells.Count == 0 || cells[^1] != cell)
            {
                cells.Add(cell);
            }
        }

        return _numbers.IsOrdered ? [.. cells] : [.. cells.Distinct().Order()];
    }
}
