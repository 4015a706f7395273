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
        var finer = Base(points, strata, times.DatedCount, Bins);
        for (var level = PlacedPoints.Level - 1; level >= Coarsest; level--)
        {
            var coarser = new PyramidLayer[finer.Length];
            Parallel.For(0, finer.Length, layer => coarser[layer] = finer[layer].Coarser(Bins.Count));
            finer = coarser;
            if (level <= Finest)
            {
                _layers[level] = finer;
            }
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

    /// <summary>At the level of the points' order, in one pass: by cell, and within a cell by row and so by bin.</summary>
    private static PyramidLayer[] Base(PlacedPoints points, Strata strata, int dated, TimeBins bins)
    {
        var binOfRow = new ushort[dated];
        for (var bin = 0; bin < bins.Count; bin++)
        {
            binOfRow.AsSpan(bins.FirstRow(bin)..bins.FirstRow(bin + 1)).Fill((ushort)bin);
        }

        var layers = Enumerable.Range(0, strata.All.Count + 1).Select(_ => new PyramidLayer.Builder()).ToArray();
        for (var i = 0; i < points.Count; i++)
        {
            var row = points.RowOf(points.InMortonOrder[i]);
            if (row >= dated)
            {
                continue;
            }

            var (code, bin, stratum) = (points.Codes[i], binOfRow[row], strata.Of(row));
            layers[stratum].Add(code, bin, 1);
            if (!strata.All[stratum].IsLead)
            {
                layers[^1].Add(code, bin, 1);
            }
        }

        return Array.ConvertAll(layers, layer => layer.Build());
    }
}
