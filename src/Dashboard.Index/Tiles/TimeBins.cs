using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>
/// Dated rows in bins: weeks from Monday on, or more of them where the time is very long. What is far before or after
/// nearly everything else shares the first or the last bin, so that one wrong date does not spoil them all.
/// </summary>
internal sealed class TimeBins
{
    private const int Most = 4096;
    private const int Outliers = 1000;

    private readonly int[] _firstRows;

    public TimeBins(TimeColumns times)
    {
        var (count, outliers) = (times.DatedCount, times.DatedCount / Outliers);
        if (count == 0)
        {
            _firstRows = [0];
            return;
        }

        var (first, last) = (times.StartOf(outliers) - TimeEdges.FirstMonday.Ticks, times.StartOf(count - 1 - outliers) - TimeEdges.FirstMonday.Ticks);
        var length = 7 * TimeSpan.TicksPerDay;
        while ((last - first) / length >= Most - 2)
        {
            length *= 2;
        }

        var from = (first / length) - (first < 0 ? 1 : 0);
        var inner = (int)((last / length) - from) + 1;
        _firstRows = [0, .. Enumerable.Range(0, inner + 1).Select(bin => times.FirstRowAt(TimeEdges.FirstMonday.Ticks + ((from + bin) * length))), count];
    }

    private TimeBins(int[] firstRows) => _firstRows = firstRows;

    public static TimeBins Read(IndexReader reader) => new(reader.Array<int>());

    public void Write(IndexWriter writer) => writer.Array<int>(_firstRows);

    public int Count => _firstRows.Length - 1;

    /// <summary>The bins as stretches of rows.</summary>
    public StretchCuts Cuts => new(_firstRows);

    /// <summary>The first row of a bin; of the bin after the last one, where rows end.</summary>
    public int FirstRow(int bin) => _firstRows[bin];

    /// <summary>The bins that lie in the rows from one up to, not with, another: from the first up to, not with, the second.</summary>
    public (int From, int To) Within(int fromRow, int toRow)
    {
        var from = FirstAtOrAfter(fromRow);
        var to = FirstAtOrAfter(toRow);
        to = to < _firstRows.Length && _firstRows[to] == toRow ? to : to - 1;
        return (from, Math.Max(from, to));
    }

    private int FirstAtOrAfter(int row)
    {
        var (low, high) = (0, _firstRows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _firstRows[middle] < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
