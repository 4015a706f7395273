namespace Dashboard.Index.Tiles;

/// <summary>
/// Time bins up to which the points of every cell are counted beforehand, about as many rows from each to the next: between
/// two of them a cell is one subtraction, and what lies between a window's side and the nearest is few rows.
/// </summary>
internal sealed class Milestones
{
    private const int RowsForOne = 400_000;
    private const int Fewest = 8;
    private const int Most = 64;

    private readonly int[] _bins;
    private readonly int[] _rows;

    public Milestones(TimeBins bins)
    {
        var rows = bins.FirstRow(bins.Count);
        var count = Math.Clamp(rows / RowsForOne, Fewest, Most);
        _bins = [.. Enumerable.Range(0, count + 1).Select(number => bins.Within((int)((long)rows * number / count), rows).From).Distinct()];
        _rows = Array.ConvertAll(_bins, bins.FirstRow);
    }

    /// <summary>The bins before which points are counted, ascending.</summary>
    public ReadOnlySpan<int> Bins => _bins;

    /// <summary>The first row of the bin.</summary>
    public int RowAt(int milestone) => _rows[milestone];

    /// <summary>The one with the fewest rows between it and a row.</summary>
    public int Nearest(int row)
    {
        var found = Array.BinarySearch(_rows, row);
        var after = Math.Clamp(found < 0 ? ~found : found, 0, _rows.Length - 1);
        return after > 0 && row - _rows[after - 1] < _rows[after] - row ? after - 1 : after;
    }

    /// <summary>For each milestone and each cell of a layer how many of its points start before it.</summary>
    public uint[][] Count(PyramidLayer layer)
    {
        var counts = Array.ConvertAll(_bins, _ => new uint[layer.Codes.Length]);
        for (var cell = 0; cell < layer.Codes.Length; cell++)
        {
            var bins = layer.BinsOf(cell);
            var totals = layer.TotalsOf(cell);
            var entry = 0;
            for (var milestone = 0; milestone < _bins.Length; milestone++)
            {
                for (; entry < bins.Length && bins[entry] < _bins[milestone]; entry++)
                {
                }

                counts[milestone][cell] = entry == 0 ? 0 : totals[entry - 1];
            }
        }

        return counts;
    }
}
