using System.Runtime.CompilerServices;
using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>For the cells of one level, how many points start in or before each time bin in which any does.</summary>
/// <param name="Codes">Numbers of the cells that have a point, ascending; see <see cref="Morton"/>.</param>
/// <param name="Offsets">Where the entries of each cell begin, and of the last one end.</param>
/// <param name="Bins">For each entry its time bin, ascending within a cell.</param>
/// <param name="Totals">For each entry how many points start up to the end of the bin.</param>
internal sealed record PyramidLayer(uint[] Codes, int[] Offsets, ushort[] Bins, uint[] Totals)
{
    public static PyramidLayer Read(IndexReader reader) => new(reader.Array<uint>(), reader.Array<int>(), reader.Array<ushort>(), reader.Array<uint>());

    public void Write(IndexWriter writer)
    {
        writer.Array<uint>(Codes);
        writer.Array<int>(Offsets);
        writer.Array<ushort>(Bins);
        writer.Array<uint>(Totals);
    }

    /// <summary>The cells of all parts, of which each has only cells that come after those of the one before.</summary>
    public static PyramidLayer Of(params ReadOnlySpan<Builder> parts)
    {
        var (cells, entries) = (0, 0);
        foreach (var part in parts)
        {
            (cells, entries) = (cells + part.CellCount, entries + part.EntryCount);
        }

        var layer = new PyramidLayer(
            GC.AllocateUninitializedArray<uint>(cells),
            GC.AllocateUninitializedArray<int>(cells + 1),
            GC.AllocateUninitializedArray<ushort>(entries),
            GC.AllocateUninitializedArray<uint>(entries));
        (cells, entries) = (0, 0);
        foreach (var part in parts)
        {
            part.CopyTo(layer, cells, entries);
            (cells, entries) = (cells + part.CellCount, entries + part.EntryCount);
        }

        layer.Offsets[^1] = entries;
        return layer;
    }

    /// <summary>The time bins of a cell, ascending.</summary>
    public ReadOnlySpan<ushort> BinsOf(int cell) => Bins.AsSpan(Offsets[cell]..Offsets[cell + 1]);

    /// <summary>For each time bin of a cell how many points start up to its end.</summary>
    public ReadOnlySpan<uint> TotalsOf(int cell) => Totals.AsSpan(Offsets[cell]..Offsets[cell + 1]);

    /// <summary>The first cell of a number that is not lower.</summary>
    public int Find(ulong code, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Codes[middle] < code ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first entry of a cell that is not before the bin.</summary>
    public int FindBin(int bin, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Bins[middle] < bin ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The same for cells twice as wide.</summary>
    /// <param name="bins">How many bins there are.</param>
    public PyramidLayer Coarser(int bins)
    {
        var coarser = new Builder();
        var merged = new SparseCounts(bins);
        for (int from = 0, to; from < Codes.Length; from = to)
        {
            var code = Codes[from] >> 2;
            for (to = from + 1; to < Codes.Length && Codes[to] >> 2 == code; to++)
            {
            }

            if (to == from + 1)
            {
                coarser.AddCell(code, Bins.AsSpan(Offsets[from]..Offsets[to]), Totals.AsSpan(Offsets[from]..Offsets[to]));
                continue;
            }

            Merge(from, to, merged);
            merged.TellAndForget(new CellSink(coarser, code));
        }

        return Of(coarser);
    }

    // Optimized before it is called: one build would be half over by the time that the runtime comes to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(int fromCell, int toCell, SparseCounts into)
    {
        for (var cell = fromCell; cell < toCell; cell++)
        {
            var before = 0U;
            for (var entry = Offsets[cell]; entry < Offsets[cell + 1]; entry++)
            {
                into.Add(Bins[entry], Totals[entry] - before);
                before = Totals[entry];
            }
        }
    }

    /// <summary>Is told cells in order, and of each its bins in order.</summary>
    public sealed class Builder
    {
        private readonly Pieces<uint> _codes = new();
        private readonly Pieces<int> _offsets = new();
        private readonly Pieces<ushort> _bins = new();
        private readonly Pieces<uint> _totals = new();

        public int CellCount => _codes.Count;

        /// <summary>How many time bins its cells have.</summary>
        public int EntryCount => _bins.Count;

        // Optimized before it is called: one build would be half over by the time that the runtime comes to it.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(uint code, ushort bin, uint count)
        {
            if (_codes.Count == 0 || _codes.Last != code)
            {
                _codes.Add(code);
                _offsets.Add(_bins.Count);
            }
            else if (_bins.Last == bin)
            {
                _totals.Last += count;
                return;
            }
            else
            {
                count += _totals.Last;
            }

            _bins.Add(bin);
            _totals.Add(count);
        }

        /// <summary>A whole cell, after all that were told.</summary>
        public void AddCell(uint code, ReadOnlySpan<ushort> bins, ReadOnlySpan<uint> totals)
        {
            _codes.Add(code);
            _offsets.Add(_bins.Count);
            _bins.AddRange(bins);
            _totals.AddRange(totals);
        }

        /// <summary>Writes its cells where others end.</summary>
        public void CopyTo(PyramidLayer layer, int cell, int entry)
        {
            _codes.CopyTo(layer.Codes.AsSpan(cell));
            _bins.CopyTo(layer.Bins.AsSpan(entry));
            _totals.CopyTo(layer.Totals.AsSpan(entry));
            var offsets = layer.Offsets.AsSpan(cell, CellCount);
            _offsets.CopyTo(offsets);
            for (var i = 0; i < offsets.Length; i++)
            {
                offsets[i] += entry;
            }
        }
    }

    /// <summary>Is told the counts of a cell by their time bins.</summary>
    private readonly struct CellSink(Builder layer, uint code) : SparseCounts.ISink
    {
        public void Add(uint number, uint count) => layer.Add(code, (ushort)number, count);
    }
}
