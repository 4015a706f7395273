namespace Dashboard.Index.Tiles;

/// <summary>Where edges of time cut the dated rows: a stretch is a run of rows.</summary>
internal sealed class StretchCuts
{
    private readonly int[] _cuts;

    public StretchCuts(TimeColumns times, TimeEdges edges) =>
        _cuts = [0, .. edges.Ticks.ToArray().Select(times.FirstRowAt), times.DatedCount];

    /// <summary>How many stretches there are.</summary>
    public int Count => _cuts.Length - 1;

    /// <summary>The rows that start in a stretch: from the first up to, not with, the second.</summary>
    public (int From, int To) RowsOf(int stretch) => (_cuts[stretch], _cuts[stretch + 1]);

    /// <summary>The stretch of a dated row.</summary>
    /// <param name="near">A guess.</param>
    public int StretchOf(int row, int near)
    {
        if (_cuts[near] <= row && row < _cuts[near + 1])
        {
            return near;
        }

        // Of stretches without a row, several begin at the same one: the last of them has it.
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _cuts[middle + 1] <= row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
