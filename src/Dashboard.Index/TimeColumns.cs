using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>
/// When the dated incidents happened, in ticks of UTC: one column of starts, ascending, and one of exclusive ends.
/// Dated rows come first, undated rows after them; <see cref="Occurrence.Meets"/> is the rule that they answer.
/// </summary>
internal sealed class TimeColumns
{
    /// <summary>Later than any instant: the end of what goes on.</summary>
    private const long Ongoing = long.MaxValue;

    private readonly int _rows;
    private readonly long[] _starts;
    private readonly long[] _ends;

    private TimeColumns(long[] starts, long[] ends)
    {
        _rows = starts.Length;
        var dated = FirstAtOrAfter(starts, RowOrder.Undated);
        _starts = starts[..dated];
        _ends = ends[..dated];
        Dated = new Bitmap(_rows);
        Dated.SetRange(0, dated);
    }

    public Bitmap Dated { get; }

    /// <summary>How many rows are dated; they come first.</summary>
    public int DatedCount => _starts.Length;

    /// <summary>In ticks of UTC.</summary>
    public long StartOf(int row) => _starts[row];

    /// <summary>The exclusive end in ticks of UTC; null for what goes on.</summary>
    public long? SpanEndOf(int row) => _ends[row] == Ongoing ? null : _ends[row];

    /// <summary>For each row, how many starts are earlier than its own; −1 for an undated one.</summary>
    public int[] Ranks()
    {
        var ranks = new int[_rows];
        ranks.AsSpan(_starts.Length).Fill(SortedColumn.Unknown);
        for (var row = 1; row < _starts.Length; row++)
        {
            ranks[row] = ranks[row - 1] + (_starts[row] == _starts[row - 1] ? 0 : 1);
        }

        return ranks;
    }

    /// <summary>The rows that meet the window; null when it is open on both sides and asks nothing.</summary>
    public Bitmap? Meeting(TimeWindow window)
    {
        if (window.IsAll)
        {
            return null;
        }

        var rows = new Bitmap(_rows);
        var afterWindow = window.To is { } to ? FirstAtOrAfter(_starts, to.Ticks) : _starts.Length;
        var startedInside = window.From is { } from ? FirstAtOrAfter(_starts, from.Ticks) : 0;
        rows.SetRange(startedInside, afterWindow);
        for (var row = 0; row < Math.Min(startedInside, afterWindow); row++)
        {
            if (_ends[row] > window.From!.Value.Ticks)
            {
                rows.Set(row);
            }
        }

        return rows;
    }

    private static int FirstAtOrAfter(long[] starts, long ticks)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = starts[middle] < ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Notes times in the order of reading.</summary>
    public sealed class Builder
    {
        private readonly List<long> _starts = [];
        private readonly List<long> _ends = [];

        /// <summary>The starts, <see cref="RowOrder.Undated"/> where there is none.</summary>
        public IEnumerable<long> Starts => _starts;

        public void Add(Occurrence? occurrence)
        {
            _starts.Add(occurrence?.Start.Ticks ?? RowOrder.Undated);
            _ends.Add(occurrence?.SpanEnd?.Ticks ?? Ongoing);
        }

        public TimeColumns Build(RowOrder order) => new(order.Arrange(_starts), order.Arrange(_ends));
    }
}
