namespace Dashboard.Index.Tiles;

/// <summary>How stretches fit the bins of a pyramid: what is whole bins is read there, and the rows beside them are looked at.</summary>
internal sealed class PyramidStretches
{
    private const int Cut = -1;

    private readonly int[] _stretchOfBin;
    private readonly (int From, int To)[][] _slices;
    private readonly int _count;

    public PyramidStretches(TimeBins bins, StretchCuts cuts)
    {
        _count = cuts.Count;
        _stretchOfBin = new int[bins.Count];
        _stretchOfBin.AsSpan().Fill(Cut);
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
            _slices[stretch] = [(from, bins.FirstRow(first)), (bins.FirstRow(end), to)];
        }
    }

    /// <summary>The rows of all stretches that are to be looked at.</summary>
    public IEnumerable<(int From, int To)> Slices => _slices.SelectMany(slices => slices);

    public IReadOnlyList<(int From, int To)> SlicesOf(int stretch) => _slices[stretch];

    /// <summary>The counts of all whole bins in a square: the series in the upper half, how many start in the lower.</summary>
    public StretchBuckets Gather(Pyramid pyramid, in CellBox box, StratumGroups groups, TimeTileBuilder builder, CancellationToken stop)
    {
        var sizes = new SizeSink(new int[_count]);
        TellEntries(pyramid, box, groups, ref sizes, stop);
        var offsets = new int[_count + 1];
        for (var stretch = 0; stretch < _count; stretch++)
        {
            offsets[stretch + 1] = offsets[stretch] + sizes.OfStretches[stretch];
        }

        var entries = new EntrySink(builder, GC.AllocateUninitializedArray<ulong>(offsets[^1]), offsets.ToArray());
        TellEntries(pyramid, box, groups, ref entries, stop);
        return new StretchBuckets(entries.Entries, offsets);
    }

    private void TellEntries<TSink>(Pyramid pyramid, in CellBox box, StratumGroups groups, ref TSink sink, CancellationToken stop) where TSink : struct, IEntrySink
    {
        for (var stratum = 0; stratum < pyramid.StratumCount; stratum++)
        {
            if (groups.Of(stratum) is not StratumGroups.None and var group)
            {
                stop.ThrowIfCancellationRequested();
                TellEntries(pyramid.Layer(box.Level, stratum), box, group, ref sink);
            }
        }
    }

    /// <summary>A square of a coarser level is consecutive cells.</summary>
    private void TellEntries<TSink>(PyramidLayer layer, in CellBox box, int group, ref TSink sink) where TSink : struct, IEntrySink
    {
        var first = Morton.Of(box.Left, box.Top);
        var end = layer.Find((ulong)first + (uint)box.Count, 0, layer.Codes.Length);
        var (bins, totals, stretches) = (layer.Bins, layer.Totals, _stretchOfBin);
        for (var cell = layer.Find(first, 0, end); cell < end; cell++)
        {
            var place = ((Morton.Row(layer.Codes[cell]) - box.Top) * box.Width) + (Morton.Column(layer.Codes[cell]) - box.Left);
            var (last, entry, before) = (layer.Offsets[cell + 1], layer.Offsets[cell], 0U);
            while (entry < last)
            {
                var stretch = stretches[bins[entry]];
                while (entry < last && stretches[bins[entry]] == stretch)
                {
                    entry++;
                }

                if (stretch != Cut)
                {
                    sink.Add(stretch, place, group, totals[entry - 1] - before);
                }

                before = totals[entry - 1];
            }
        }
    }

    private interface IEntrySink
    {
        void Add(int stretch, uint cell, int group, uint count);
    }

    private readonly struct SizeSink(int[] sizes) : IEntrySink
    {
        public int[] OfStretches => sizes;

        public void Add(int stretch, uint cell, int group, uint count) => sizes[stretch]++;
    }

    private readonly struct EntrySink(TimeTileBuilder builder, ulong[] entries, int[] next) : IEntrySink
    {
        public ulong[] Entries => entries;

        public void Add(int stretch, uint cell, int group, uint count) => entries[next[stretch]++] = ((ulong)builder.SeriesOf(cell, group) << 32) | count;
    }
}
