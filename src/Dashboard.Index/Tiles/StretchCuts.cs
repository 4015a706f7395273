namespace Dashboard.Index.Tiles;

/// <summary>Where edges of time cut the dated rows: a stretch is a run of rows.</summary>
internal sealed class StretchCuts
{
    private readonly int[] _cuts;

    public StretchCuts(TimeColumns times, TimeEdges edges) =>
        _cuts = [0, .. edges.Ticks.ToArray().Select(times.FirstRowAt), times.DatedCount];

    /// <param name="cuts">The first row of each stretch, ascending, and where the last one ends.</param>
    public StretchCuts(int[] cuts) => _cuts = cuts;

    /// <summary>How many stretches there are.</summary>
    public int Count => _cuts.Length - 1;

    /// <summary>The rows that start in a stretch: from the first up to, not with, the second.</summary>
    public (int From, int To) RowsOf(int stretch) => (_cuts[stretch], _cuts[stretch + 1]);

    /// <summary>The stretch of a dated row: the last one that begins at it or before it.</summary>
    /// <param name="stretch">One that does; few begin between it and the row.</param>
    public int StretchFrom(int stretch, int row)
    {
        while (stretch + 1 < Count && _cuts[stretch + 1] <= row)
        {
            stretch++;
        }

        return stretch;
    }
}
