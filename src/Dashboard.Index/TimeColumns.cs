using Dashboard.Domain.Time;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// When the dated incidents happened: one column of starts, ascending, and one of how long they last. Dated rows come
/// first, undated rows after them; <see cref="Occurrence.Meets"/> is the rule that they answer.
/// </summary>
internal sealed class TimeColumns
{
    private readonly int _rows;
    private readonly AscendingColumn _starts;
    private readonly LengthColumn _lengths;

    private TimeColumns(int rows, AscendingColumn starts, LengthColumn lengths)
    {
        (_rows, _starts, _lengths) = (rows, starts, lengths);
        Dated = new Bitmap(_rows);
        Dated.SetRange(0, starts.Count);
    }

    public static TimeColumns Read(IndexReader reader) => new(reader.Count(), AscendingColumn.Read(reader), LengthColumn.Read(reader));

    public void Write(IndexWriter writer)
    {
        writer.Number(_rows);
        _starts.Write(writer);
        _lengths.Write(writer);
    }

    public Bitmap Dated { get; }

    /// <summary>How many rows are dated; they come first.</summary>
    public int DatedCount => _starts.Count;

    /// <summary>In ticks of UTC.</summary>
    public long StartOf(int row) => _starts[row];

    /// <summary>The exclusive end in ticks of UTC; null for what goes on.</summary>
    public long? SpanEndOf(int row) => _lengths[row] is var length and < LengthColumn.Ongoing ? _starts[row] + length : null;

    /// <summary>The first row that does not start before the instant.</summary>
    public int FirstRowAt(long ticks) => _starts.FirstAtOrAfter(ticks);

    /// <summary>The rows that meet the window; null when it is open on both sides and asks nothing.</summary>
    public Bitmap? Meeting(TimeWindow window)
    {
        if (window.IsAll)
        {
            return null;
        }

        var rows = new Bitmap(_rows);
        var (from, to) = RowsIn(window);
        rows.SetRange(from, to);
        foreach (var row in GoingOnAtStart(window))
        {
            rows.Set(row);
        }

        return rows;
    }

    /// <summary>The rows that start in the window: from the first up to, not with, the second.</summary>
    public (int From, int To) RowsIn(TimeWindow window) => (
        window.From is { } from ? FirstRowAt(from.Ticks) : 0,
        window.To is { } to ? FirstRowAt(to.Ticks) : DatedCount);

    /// <summary>The rows that started before the window and meet it.</summary>
    public List<int> GoingOnAtStart(TimeWindow window)
    {
        var rows = new List<int>();
        if (window.From is { } from)
        {
            AddGoingOnAt(from.Ticks, 0, rows);
        }

        return rows;
    }

    /// <summary>Adds the rows, from a given one on, that start before an instant and are not over at it; in any order, each once.</summary>
    public void AddGoingOnAt(long ticks, int firstRow, List<int> into)
    {
        var end = FirstRowAt(ticks);
        for (var row = Math.Max(firstRow, FirstRowAfter(ticks - LengthColumn.Short)); row < end; row++)
        {
            if (_lengths[row] is var length and <= LengthColumn.Short && _starts[row] + length > ticks)
            {
                into.Add(row);
            }
        }

        foreach (var longer in _lengths.Longer)
        {
            var rows = longer.Between(longer.AtMost >= LengthColumn.Ongoing ? firstRow : Math.Max(firstRow, FirstRowAfter(ticks - longer.AtMost)), end);
            if (longer.IsExact)
            {
                into.AddRange(rows);
                continue;
            }

            foreach (var row in rows)
            {
                if (_starts[row] + _lengths[row] > ticks)
                {
                    into.Add(row);
                }
            }
        }
    }

    /// <summary>Which of the rows that start before an instant are not over at it.</summary>
    public LateRows LateAt(long ticks) => new(_starts, _lengths, ticks, FirstRowAfter(ticks - LengthColumn.Short));

    /// <summary>What starts at the instant and lasts up to a later one is over then.</summary>
    private int FirstRowAfter(long ticks) => FirstRowAt(ticks + 1);

    /// <summary>Notes times in the order of reading.</summary>
    public sealed class Builder
    {
        /// <summary>Of those that are dated.</summary>
        private readonly NotedNumbers _starts = new();
        private readonly List<int> _undated = [];
        private readonly NotedValues _lengths = new();
        private int _read;

        /// <summary>The starts as they were read, <see cref="RowOrder.Undated"/> where there is none.</summary>
        public Buffer<long> Starts(BufferPool buffers)
        {
            var (starts, dated, after) = (buffers.Rent<long>(_read), 0, 0);
            foreach (var undated in _undated.Append(_read))
            {
                _starts.CopyTo(dated, starts.All[after..undated]);
                dated += undated - after;
                starts.All[undated..Math.Min(undated + 1, _read)].Fill(RowOrder.Undated);
                after = undated + 1;
            }

            return starts;
        }

        /// <param name="start">In ticks; null for an undated incident.</param>
        public void AddStart(long? start)
        {
            if (start is { } known)
            {
                _starts.Add(known);
            }
            else
            {
                _undated.Add(_read);
            }

            _read++;
        }

        /// <param name="lengths">For each whose start was told how long it is; <see cref="LengthColumn.Ongoing"/> when it goes on. Is written over.</param>
        public void AddLengths(Span<long> lengths) => _lengths.Add(lengths);

        public TimeColumns Build(Arrangement arrangement)
        {
            return new(_read, arrangement.TakeStarts(), new LengthColumn(_lengths.Build(arrangement, _starts.Count)));
        }
    }
}
