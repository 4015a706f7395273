using System.Runtime.CompilerServices;
using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>
/// Counts of dated points made beforehand, by cell, time bin and stratum, for cells from half the world down to some
/// forty kilometres: a wide view is answered from them, whatever the number of points.
/// </summary>
internal sealed class Pyramid
{
    /// <summary>The level of the smallest cells.</summary>
    public const int Finest = 10;

    private const int Coarsest = 1;

    /// <summary>By so many bits the code of a point's cell is longer.</summary>
    private const int Finer = 2 * (PlacedPoints.Level - Finest);

    /// <summary>Into so many shares the points are parted, about, to be counted side by side.</summary>
    private const int MostShares = 16;

    private readonly Strata _strata;

    /// <summary>By level, then stratum; after the strata all that are not leads together.</summary>
    private readonly PyramidLayer[][] _layers;

    /// <summary>By level, layer and milestone: how many points of each cell start before it.</summary>
    private readonly uint[][][][] _counts;

    public Pyramid(PlacedPoints placed, PointCells points, Strata strata, TimeColumns times, BufferPool buffers)
    {
        (_strata, Bins) = (strata, new TimeBins(times));
        _layers = new PyramidLayer[Finest + 1][];
        _layers[Finest] = FinestLayers(placed.Codes, points, strata, times.DatedCount, Bins, buffers);
        for (var level = Finest - 1; level >= Coarsest; level--)
        {
            var (finer, coarser) = (_layers[level + 1], new PyramidLayer[strata.All.Count + 1]);
            // The last layer is the largest: whoever begins with it does not wait for it in the end.
            SideBySide.Run(coarser.Length, layer => coarser[^(layer + 1)] = finer[^(layer + 1)].Coarser(Bins.Count));
            _layers[level] = coarser;
        }

        Milestones = new Milestones(Bins);
        _counts = CountedUpTo(Milestones);
    }

    private Pyramid(IndexReader reader, Strata strata)
    {
        (_strata, Bins, _layers) = (strata, TimeBins.Read(reader), new PyramidLayer[Finest + 1][]);
        for (var level = Coarsest; level <= Finest; level++)
        {
            _layers[level] = reader.Each(() => PyramidLayer.Read(reader));
        }

        Milestones = new Milestones(Bins);
        _counts = CountedUpTo(Milestones);
    }

    public static Pyramid Read(IndexReader reader, Strata strata) => new(reader, strata);

    public void Write(IndexWriter writer)
    {
        Bins.Write(writer);
        for (var level = Coarsest; level <= Finest; level++)
        {
            writer.Number(_layers[level].Length);
            foreach (var layer in _layers[level])
            {
                layer.Write(writer);
            }
        }
    }

    public TimeBins Bins { get; }

    public Milestones Milestones { get; }

    public int StratumCount => _strata.All.Count;

    /// <summary>The layer of a level that holds the points of one stratum.</summary>
    public PyramidLayer Layer(int level, int stratum) => _layers[level][stratum];

    /// <summary>How many points of each cell of a layer start before a milestone; of cells from a tile's on.</summary>
    public uint[] CountsBefore(int milestone, int level, int layer) => _counts[level][layer][milestone];

    /// <summary>
    /// Few layers that make up all points of the strata that are asked for, and no others: their numbers at every level, and
    /// whether their counts are added or taken away again.
    /// </summary>
    public IReadOnlyList<(int Layer, bool IsTakenAway)> LayersOf(bool[] asked)
    {
        var strata = Enumerable.Range(0, asked.Length).Where(stratum => asked[stratum]).ToArray();
        var others = Enumerable.Range(0, asked.Length).Where(stratum => !asked[stratum] && !_strata.All[stratum].IsLead).ToArray();
        var leads = strata.Where(stratum => _strata.All[stratum].IsLead).ToArray();
        return 1 + others.Length < strata.Length - leads.Length
            ? [(asked.Length, false), .. others.Select(stratum => (stratum, true)), .. leads.Select(stratum => (stratum, false))]
            : [.. strata.Select(stratum => (stratum, false))];
    }

    private uint[][][][] CountedUpTo(Milestones milestones)
    {
        var (layers, counts) = (StratumCount + 1, new uint[Finest + 1][][][]);
        for (var level = CellBox.TileBits; level <= Finest; level++)
        {
            counts[level] = new uint[layers][][];
        }

        SideBySide.Run((Finest - CellBox.TileBits + 1) * layers, number =>
        {
            var (level, layer) = (Finest - (number / layers), number % layers);
            counts[level][layer] = milestones.Count(_layers[level][layer]);
        });
        return counts;
    }

    /// <param name="codes">For each of the points the cell that it lies in, ascending.</param>
    private static PyramidLayer[] FinestLayers(Buffer<uint> codes, PointCells points, Strata strata, int dated, TimeBins bins, BufferPool buffers)
    {
        using var binOfRow = BinsOfRows(dated, bins, buffers);
        var shares = Shares(codes.All);
        var parts = new PyramidLayer.Builder[shares.Count][];
        SideBySide.Run(shares.Count, share => parts[share] = FinestLayersOf(codes.All, points, shares[share], strata, binOfRow.All, bins));
        var layers = new PyramidLayer[strata.All.Count + 1];
        SideBySide.Run(layers.Length, layer => layers[^(layer + 1)] = PyramidLayer.Of(Array.ConvertAll(parts, part => part[^(layer + 1)])));
        return layers;
    }

    /// <summary>Parts of the points that no cell reaches over.</summary>
    private static List<(int From, int To)> Shares(ReadOnlySpan<uint> codes)
    {
        List<(int From, int To)> shares = [];
        var length = (codes.Length / MostShares) + 1;
        for (int from = 0, to; from < codes.Length; from = to)
        {
            for (to = Math.Min(codes.Length, from + length); to < codes.Length && codes[to] >> Finer == codes[to - 1] >> Finer; to++)
            {
            }

            shares.Add((from, to));
        }

        return shares;
    }

    /// <summary>In one pass over points that are ordered by finer cells: all of a cell are counted before the next.</summary>
    private static PyramidLayer.Builder[] FinestLayersOf(ReadOnlySpan<uint> codes, PointCells points, (int From, int To) share, Strata strata, ReadOnlySpan<ushort> binOfRow, TimeBins bins)
    {
        var dated = binOfRow.Length;
        var isOther = strata.All.Select(stratum => !stratum.IsLead).ToArray();
        var layers = Enumerable.Range(0, strata.All.Count + 1).Select(_ => new PyramidLayer.Builder()).ToArray();
        var counts = new SparseCounts(strata.All.Count * bins.Count);
        for (int from = share.From, to; from < share.To; from = to)
        {
            var code = codes[from] >> Finer;
            for (to = from; to < share.To && codes[to] >> Finer == code; to++)
            {
                if (points.Rows[to] is var row && row < dated)
                {
                    counts.Add((uint)((binOfRow[row] * strata.All.Count) + points.StratumOf(to)));
                }
            }

            counts.TellAndForget(new StratumSink(layers, isOther, code));
        }

        return layers;
    }

    private static Buffer<ushort> BinsOfRows(int dated, TimeBins bins, BufferPool buffers)
    {
        var binOfRow = buffers.Rent<ushort>(dated);
        for (var bin = 0; bin < bins.Count; bin++)
        {
            binOfRow.All[bins.FirstRow(bin)..bins.FirstRow(bin + 1)].Fill((ushort)bin);
        }

        return binOfRow;
    }

    /// <summary>Is told the counts of a cell by time bin and stratum, and adds each where it belongs: to its stratum, and to what is no lead.</summary>
    private readonly struct StratumSink(PyramidLayer.Builder[] layers, bool[] isOther, uint code) : SparseCounts.ISink
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint number, uint count)
        {
            var (bin, stratum) = Math.DivRem(number, (uint)isOther.Length);
            layers[stratum].Add(code, (ushort)bin, count);
            if (isOther[stratum])
            {
                layers[^1].Add(code, (ushort)bin, count);
            }
        }
    }
}
