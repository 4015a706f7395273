using Dashboard.Index.Tiles;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// How much there is to tell of a time-tile, at its own stretches of time or at longer ones: what no packing can go much
/// below, without packing anything.
/// </summary>
internal static class TileInformation
{
    private const double BitsPerByte = 8;

    /// <summary>Bytes that the tile would have at least, if its stretches were joined to steps of this length.</summary>
    public static double BytesAt(TimeTile tile, TimeSpan step)
    {
        var series = tile.Cells.Length * tile.Groups.Count;
        var (bits, entries) = (0.0, 0);
        foreach (var found in EntriesAt(tile, step).Where(found => found > 0))
        {
            bits += series * BitsOfChoice((double)found / series);
            entries += found;
        }

        var mean = entries == 0 ? 1 : tile.Counts.Sum(count => (double)count) / entries;
        return (bits + ((entries + (2 * tile.Late.Length)) * mean * BitsOfChoice(1 / mean))) / BitsPerByte;
    }

    /// <summary>For each step how many series have something in it.</summary>
    private static IEnumerable<int> EntriesAt(TimeTile tile, TimeSpan step)
    {
        var seen = new int[tile.Cells.Length * tile.Groups.Count];
        var number = 0;
        foreach (var stretches in Enumerable.Range(0, tile.Edges.Count + 1).GroupBy(stretch => StepOf(tile.Edges, stretch, step)))
        {
            number++;
            var entries = 0;
            foreach (var series in stretches.SelectMany(stretch => new ArraySegment<uint>(tile.Series, tile.Offsets[stretch], tile.Offsets[stretch + 1] - tile.Offsets[stretch])))
            {
                entries += seen[series] == number ? 0 : 1;
                seen[series] = number;
            }

            yield return entries;
        }
    }

    /// <summary>The number of the step that a stretch begins in; what is before the first edge and after the last stays by itself.</summary>
    private static long StepOf(TimeEdges edges, int stretch, TimeSpan step) =>
        stretch == 0 ? long.MinValue : stretch == edges.Count ? long.MaxValue : (long)Math.Floor(edges.Milliseconds[stretch - 1] / step.TotalMilliseconds);

    /// <summary>What it takes to say yes or no, where it is yes so often.</summary>
    private static double BitsOfChoice(double share) => share is <= 0 or >= 1 ? 0 : -((share * Math.Log2(share)) + ((1 - share) * Math.Log2(1 - share)));
}
