using System.Runtime.InteropServices;

namespace Dashboard.Index.Tiles;

/// <summary>How stretches fit the bins of a pyramid: what is whole bins is read there, and the rows beside them are looked at.</summary>
internal sealed class PyramidStretches
{
    private const int Cut = -1;

    private readonly int[] _stretchOfBin;

    /// <summary>For each stretch with whole bins the first bin after these.</summary>
    private readonly int[] _ends;

    private readonly (int From, int To)[][] _slices;
    private readonly int _count;

    public PyramidStretches(TimeBins bins, StretchCuts cuts)
    {
        _count = cuts.Count;
        _stretchOfBin = new int[bins.Count];
        _stretchOfBin.AsSpan().Fill(Cut);
        _ends = new int[cuts.Count];
        _slices = new (int, int)[cuts.Count][];
        for (var stretch = 0; stretch < cuts.Count; stretch++)
        {
            var (from, to) = cuts.RowsOf(stretch);
            var (first, end) = bins.Within(from, to);
            if (first == end)
            {
                _slices[stretch] = [(from, to)];
                continue;
            }

            _stretchOfBin.AsSpan(first..end).Fill(stretch);
            _ends[stretch] = end;
            _slices[stretch] = [(from, bins.FirstRow(first)), (bins.FirstRow(end), to)];
        }
    }

    /// <summary>The rows of all stretches that are to be looked at.</summary>
    public IEnumerable<(int From, int To)> Slices => _slices.SelectMany(slices => slices);

    /// <summary>Whether a stretch is whole bins and nothing beside them.</summary>
    public bool IsWhole(int stretch) => _slices[stretch].All(slice => slice.From == slice.To);

    /// <summary>Whether all stretches are.</summary>
    public bool AreWhole => Enumerable.Range(0, _count).All(IsWhole);

    /// <summary>The rows of a stretch beside its whole bins.</summary>
    public IReadOnlyList<(int From, int To)> SlicesOf(int stretch) => _slices[stretch];

    /// <summary>The counts of all whole bins in a square: the series in the upper half, how many start in the lower; by series within a stretch.</summary>
    public StretchBuckets Gather(Pyramid pyramid, in CellBox box, StratumGroups groups, TimeTileBuilder builder, CancellationToken stop)
    {
        var entries = new Entries();
        foreach (var (stratum, cell, place, group) in CellsOf(pyramid, box, groups))
        {
            stop.ThrowIfCancellationRequested();
            Tell(pyramid.Layer(box.Level, stratum), cell, builder.SeriesOf(place, group), entries);
        }

        return entries.ByStretch(_count);
    }

    /// <summary>What is told of a square beforehand: the starts in whole bins.</summary>
    public FewestStarts Fewest(Pyramid pyramid, in CellBox box, StratumGroups groups, CancellationToken stop)
    {
        var (byStretch, seen, present) = (new int[_count], new int[_count], new bool[groups.Keys.Length]);
        var (series, cells, last, points) = (0, 0, (Place: uint.MaxValue, Group: StratumGroups.None), 0L);
        foreach (var (stratum, cell, place, group) in CellsOf(pyramid, box, groups))
        {
            stop.ThrowIfCancellationRequested();
            cells += place == last.Place ? 0 : 1;
            series += (place, group) == last ? 0 : 1;
            (last, present[group]) = ((place, group), true);
            var layer = pyramid.Layer(box.Level, stratum);
            points += layer.TotalsOf(cell)[^1];
            var bins = layer.BinsOf(cell);
            for (int entry = 0, stretch; entry < bins.Length; entry = EndOf(stretch, bins, entry))
            {
                stretch = _stretchOfBin[bins[entry]];
                if (stretch != Cut)
                {
                    byStretch[stretch] += seen[stretch] == series ? 0 : 1;
                    seen[stretch] = series;
                }
            }
        }

        return new FewestStarts(cells * present.Count(isPresent => isPresent), byStretch, points);
    }

    /// <summary>How many entries <see cref="Gather"/> makes; <paramref name="most"/> where it makes more.</summary>
    public int CountUpTo(int most, Pyramid pyramid, in CellBox box, StratumGroups groups, CancellationToken stop)
    {
        var count = 0;
        foreach (var (layer, first, end, _) in LayersOf(pyramid, box, groups))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = first; cell < end && count < most; cell++)
            {
                var bins = layer.BinsOf(cell);
                for (int entry = 0, stretch; entry < bins.Length; entry = EndOf(stretch, bins, entry))
                {
                    stretch = _stretchOfBin[bins[entry]];
                    count += stretch == Cut ? 0 : 1;
                }
            }
        }

        return Math.Min(count, most);
    }

    /// <summary>A square of a coarser level is consecutive cells.</summary>
    private static IEnumerable<(PyramidLayer Layer, int First, int End, int Stratum)> LayersOf(Pyramid pyramid, CellBox box, StratumGroups groups)
    {
        for (var stratum = 0; stratum < pyramid.StratumCount; stratum++)
        {
            if (groups.Of(stratum) is not StratumGroups.None)
            {
                var (layer, first) = (pyramid.Layer(box.Level, stratum), Morton.Of(box.Left, box.Top));
                var end = layer.Find((ulong)first + (uint)box.Count, 0, layer.Codes.Length);
                yield return (layer, layer.Find(first, 0, end), end, stratum);
            }
        }
    }

    /// <summary>The cells of the strata that are asked about, by place and then group.</summary>
    private static IEnumerable<(int Stratum, int Cell, uint Place, int Group)> CellsOf(Pyramid pyramid, CellBox box, StratumGroups groups)
    {
        var (keys, cells) = (new List<ulong>(), new List<(int Stratum, int Cell)>());
        foreach (var (layer, first, end, stratum) in LayersOf(pyramid, box, groups))
        {
            for (var cell = first; cell < end; cell++)
            {
                var place = ((Morton.Row(layer.Codes[cell]) - box.Top) * box.Width) + (Morton.Column(layer.Codes[cell]) - box.Left);
                keys.Add(((ulong)place << 32) | (uint)groups.Of(stratum));
                cells.Add((stratum, cell));
            }
        }

        var (places, order) = (keys.ToArray(), cells.ToArray());
        Array.Sort(places, order);
        return order.Select((cell, i) => (cell.Stratum, cell.Cell, (uint)(places[i] >> 32), (int)(uint)places[i]));
    }

    /// <summary>Where the entries of a cell end that are of the stretch of one of them; of no stretch each is by itself.</summary>
    /// <param name="bins">Of the entries, ascending.</param>
    private int EndOf(int stretch, ReadOnlySpan<ushort> bins, int entry)
    {
        if (stretch == Cut)
        {
            return entry + 1;
        }

        var end = _ends[stretch];
        if (bins[^1] < end)
        {
            return bins.Length;
        }

        // Before the first edge may be nearly all.
        entry = stretch == 0 ? LastBefore(end, bins) : entry;
        do
        {
            entry++;
        }
        while (bins[entry] < end);
        return entry;
    }

    /// <summary>The last entry of a bin that is before another; one that is, and one that is not, there are.</summary>
    private static int LastBefore(int end, ReadOnlySpan<ushort> bins)
    {
        var (low, high) = (0, bins.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            (low, high) = bins[middle] < end ? (middle, high) : (low, middle);
        }

        return low;
    }

    private void Tell(PyramidLayer layer, int cell, uint series, Entries entries)
    {
        var bins = layer.BinsOf(cell);
        var totals = layer.TotalsOf(cell);
        var before = 0U;
        for (var entry = 0; entry < bins.Length;)
        {
            var stretch = _stretchOfBin[bins[entry]];
            entry = EndOf(stretch, bins, entry);
            if (stretch != Cut)
            {
                entries.Add((ushort)stretch, ((ulong)series << 32) | (totals[entry - 1] - before));
            }

            before = totals[entry - 1];
        }
    }

    private sealed class Entries
    {
        private readonly List<ushort> _stretches = [];
        private readonly List<ulong> _entries = [];

        public void Add(ushort stretch, ulong entry)
        {
            _stretches.Add(stretch);
            _entries.Add(entry);
        }

        public StretchBuckets ByStretch(int stretches) =>
            StretchBuckets.Of(CollectionsMarshal.AsSpan(_entries), CollectionsMarshal.AsSpan(_stretches), stretches);
    }
}
