using System.Runtime.InteropServices;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// The order of rows: by start, then slug, the undated last. It leads from a row to the number of its incident in the
/// store, and back.
/// </summary>
internal sealed class RowOrder
{
    /// <summary>Later than any instant: the start of what has none.</summary>
    public const long Undated = long.MaxValue;

    private readonly AscendingColumn _numbers;
    private readonly int[] _reads;

    /// <param name="numbers">The numbers of the incidents, ascending, as they were read.</param>
    /// <param name="starts">Their starts in ticks, in the same order.</param>
    /// <param name="slugs">Their slugs, in the same order.</param>
    public RowOrder(IEnumerable<long> numbers, IEnumerable<long> starts, TextPool slugs)
    {
        _numbers = new AscendingColumn([.. numbers]);
        _reads = [.. Enumerable.Range(0, _numbers.Count)];
        Sort([.. starts], slugs);
    }

    private RowOrder(IndexReader reader) => (_numbers, _reads) = (AscendingColumn.Read(reader), reader.Array<int>());

    public int Count => _reads.Length;

    public static RowOrder Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        _numbers.Write(writer);
        writer.Array<int>(_reads);
    }

    public long NumberOf(int row) => _numbers[_reads[row]];

    /// <summary>The place in the order of reading of the incident in a row.</summary>
    public int ReadAs(int row) => _reads[row];

    /// <summary>The rows of the incidents in the order of reading.</summary>
    public int[] RowsAsRead()
    {
        var rows = new int[_reads.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[_reads[row]] = row;
        }

        return rows;
    }

    /// <summary>What was noted in the order of reading, in the order of rows.</summary>
    public T[] Arrange<T>(List<T> asRead)
    {
        var arranged = new T[_reads.Length];
        var values = CollectionsMarshal.AsSpan(asRead);
        for (var row = 0; row < arranged.Length; row++)
        {
            arranged[row] = values[_reads[row]];
        }

        return arranged;
    }

    /// <summary>The rows of these incidents; a number that none has is left out.</summary>
    /// <param name="numbers">Ascending.</param>
    public Bitmap Rows(IReadOnlyList<long> numbers)
    {
        var (reads, rows) = (new Bitmap(Count), new Bitmap(Count));
        foreach (var number in numbers)
        {
            if (_numbers.FirstAtOrAfter(number) is var read && read < Count && _numbers[read] == number)
            {
                reads.Set(read);
            }
        }

        for (var row = 0; row < _reads.Length; row++)
        {
            if (reads[_reads[row]])
            {
                rows.Set(row);
            }
        }

        return rows;
    }

    private void Sort(long[] starts, TextPool slugs)
    {
        Array.Sort(starts, _reads);
        var runs = new List<(int From, int To)>();
        for (int from = 0, to; from < starts.Length; from = to)
        {
            for (to = from + 1; to < starts.Length && starts[to] == starts[from]; to++)
            {
            }

            if (to - from > 1)
            {
                runs.Add((from, to));
            }
        }

        Parallel.ForEach(runs, run => slugs.Sort(_reads.AsSpan(run.From..run.To)));
    }
}
