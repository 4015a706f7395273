namespace Dashboard.Index.Tiles;

/// <summary>How a run of rows, cut into stretches, fits the bins of a pyramid.</summary>
internal sealed class PyramidWindow
{
    private const int Cut = -1;

    private readonly int[] _stretchOfBin;

    public PyramidWindow(TimeBins bins, StretchCuts cuts, int from, int to)
    {
        Bins = bins.Within(from, to);
        _stretchOfBin = new int[bins.Count];
        _stretchOfBin.AsSpan().Fill(Cut);
        var slices = new List<(int, int, int)>();
        for (var stretch = 0; stretch < cuts.Count; stretch++)
        {
            var (first, end) = cuts.RowsOf(stretch);
            (first, end) = (Math.Max(first, from), Math.Min(end, to));
            if (first >= end)
            {
                continue;
            }

            var (firstBin, endBin) = bins.Within(first, end);
            if (firstBin == endBin)
            {
                slices.Add((stretch, first, end));
                continue;
            }

            _stretchOfBin.AsSpan(firstBin..endBin).Fill(stretch);
            slices.Add((stretch, first, bins.FirstRow(firstBin)));
            slices.Add((stretch, bins.FirstRow(endBin), end));
        }

        StartSlices = slices;
    }

    /// <summary>The bins that lie in the rows: from the first up to, not with, the second.</summary>
    public (int From, int To) Bins { get; }

    /// <summary>The rows that are in no bin that lies in one stretch.</summary>
    public IReadOnlyList<(int Stretch, int From, int To)> StartSlices { get; }

    /// <summary>How many rows these are.</summary>
    public long RowsBeside => StartSlices.Sum(slice => (long)(slice.To - slice.From));

    /// <summary>The stretch in which a bin lies; −1 when it does not lie in one.</summary>
    public int StretchOf(int bin) => _stretchOfBin[bin];
}
