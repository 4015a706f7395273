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

    private readonly Strata _strata;

    /// <summary>By level, then stratum; after the strata all that are not leads together.</summary>
    private readonly PyramidLayer[][] _layers;

    public Pyramid(PlacedPoints points, Strata strata, TimeColumns times)
    {
        (_strata, Bins) = (strata, new TimeBins(times));
        _layers = new PyramidLayer[Finest + 1][];
        _layers[Finest] = FinestLayers(points, strata, times.DatedCount, Bins);
        for (var level = Finest - 1; level >= Coarsest; level--)
        {
            var (finer, coarser) = (_layers[level + 1], new PyramidLayer[strata.All.Count + 1]);
            SideBySide.Run(coarser.Length, layer => coarser[layer] = finer[layer].Coarser(Bins.Count));
            _layers[level] = coarser;
        }
    }

    private Pyramid(IndexReader reader, Strata strata)
    {
        (_strata, Bins, _layers) = (strata, TimeBins.Read(reader), new PyramidLayer[Finest + 1][]);
        for (var level = Coarsest; level <= Finest; level++)
        {
            _layers[level] = reader.Each(() => PyramidLayer.Read(reader));
        }
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

    public int StratumCount => _strata.All.Count;

    /// <summary>The layer of a level that holds the points of one stratum.</summary>
    public PyramidLayer Layer(int level, int stratum) => _layers[level][stratum];

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

    /// <summary>In one pass over the points, which are ordered by finer cells: all of a cell are counted before the next.</summary>
    private static PyramidLayer[] FinestLayers(PlacedPoints points, Strata strata, int dated, TimeBins bins)
    {
        const int Finer = 2 * (PlacedPoints.Level - Finest);
        var binOfRow = BinsOfRows(dated, bins);
        var isOther = strata.All.Select(stratum => !stratum.IsLead).ToArray();
        var layers = Enumerable.Range(0, strata.All.Count + 1).Select(_ => new PyramidLayer.Builder()).ToArray();
        var (counts, together) = (new SparseCounts(strata.All.Count * bins.Count), new SparseCounts(bins.Count));
        for (int from = 0, to; from < points.Count; from = to)
        {
            var code = points.Codes[from] >> Finer;
            for (to = from; to < points.Count && points.Codes[to] >> Finer == code; to++)
            {
                if (points.RowOf(points.InMortonOrder[to]) is var row && row < dated)
                {
                    var stratum = strata.Of(row);
                    counts.Add((uint)((stratum * bins.Count) + binOfRow[row]));
                    if (isOther[stratum])
                    {
                        together.Add(binOfRow[row]);
                    }
                }
            }

            counts.TellAndForget((number, count) => layers[number / bins.Count].Add(code, (ushort)(number % bins.Count), count));
            together.TellAndForget((bin, count) => layers[^1].Add(code, (ushort)bin, count));
        }

        return Array.ConvertAll(layers, layer => layer.Build());
    }

    private static ushort[] BinsOfRows(int dated, TimeBins bins)
    {
        var binOfRow = new ushort[dated];
        for (var bin = 0; bin < bins.Count; bin++)
        {
            binOfRow.AsSpan(bins.FirstRow(bin)..bins.FirstRow(bin + 1)).Fill((ushort)bin);
        }

        return binOfRow;
    }
}
