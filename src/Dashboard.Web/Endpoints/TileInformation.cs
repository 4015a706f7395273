using Dashboard.Index.Tiles;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// How much there is to tell of a time-tile, at its own stretches of time or at longer ones: what no packing can go much
/// below, without packing anything.
/// </summary>
internal static class TileInformation
{
    private const double BitsPerByte = 8;

    /// <summary>
    /// Bytes that the tile would have at least, if its stretches were joined to steps of this length; infinitely many as soon as
    /// they are known to be more than <paramref name="most"/>.
    /// </summary>
    public static double BytesAt(TimeTile tile, TimeSpan step, double most = double.PositiveInfinity)
    {
        var series = tile.Cells.Length * tile.Groups.Count;
        var (bits, entries, seen) = (0.0, 0, new int[series]);
        for (int from = 0, to; from <= tile.Edges.Count; from = to)
        {
            for (to = from + 1; to <= tile.Edges.Count && StepOf(tile.Edges, to, step) == StepOf(tile.Edges, from, step); to++)
            {
            }

            var found = to == from + 1 ? tile.Offsets[to] - tile.Offsets[from] : Different(tile.Series.AsSpan(tile.Offsets[from]..tile.Offsets[to]), seen, to);
            bits += BitsOf(found, series);
            entries += found;
            if (bits > most * BitsPerByte)
            {
                return double.PositiveInfinity;
            }
        }

        return (bits + BitsOf(Sum(tile.Counts), entries, tile.Late.Length)) / BitsPerByte;
    }

    /// <summary>Bytes that a tile has at least of which this much is known.</summary>
    public static double BytesOf(FewestStarts fewest)
    {
        var bits = fewest.ByStretch.Sum(found => BitsOf(found, fewest.Series));
        return (bits + (fewest.Points is { } points ? BitsOf(points, fewest.ByStretch.Sum(), 0) : 0)) / BitsPerByte;
    }

    /// <summary>What it takes to say which of some series have something in a step.</summary>
    private static double BitsOf(int found, int series) => series == 0 ? 0 : series * BitsOfChoice((double)found / series);

    /// <summary>What it takes to say how many there are in each entry.</summary>
    private static double BitsOf(double sum, int entries, int late)
    {
        var mean = entries == 0 ? 1 : sum / entries;
        return (entries + (2 * late)) * mean * BitsOfChoice(1 / mean);
    }

    /// <summary>How many different series there are.</summary>
    /// <param name="seen">For each series a mark; all of those that are found get this one, which none had before.</param>
    private static int Different(ReadOnlySpan<uint> entries, int[] seen, int mark)
    {
        var different = 0;
        foreach (var series in entries)
        {
            different += seen[series] == mark ? 0 : 1;
            seen[series] = mark;
        }

        return different;
    }

    private static double Sum(uint[] counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>The number of the step that a stretch begins in; what is before the first edge and after the last stays by itself.</summary>
    private static long StepOf(TimeEdges edges, int stretch, TimeSpan step) =>
        stretch == 0 ? long.MinValue : stretch == edges.Count ? long.MaxValue : (long)Math.Floor(edges.Milliseconds[stretch - 1] / step.TotalMilliseconds);

    /// <summary>What it takes to say yes or no, where it is yes so often.</summary>
    private static double BitsOfChoice(double share) => share is <= 0 or >= 1 ? 0 : -((share * Math.Log2(share)) + ((1 - share) * Math.Log2(1 - share)));
}
