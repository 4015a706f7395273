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
    private readonly PackedColumn _reads;

    /// <summary>The way back from the order of reading to rows; found when first asked for.</summary>
    private readonly Lazy<PackedColumn> _rows;

    /// <param name="numbers">The numbers of the incidents, ascending, as they were read.</param>
    public RowOrder(NotedNumbers numbers, Arrangement arrangement)
        : this(AscendingColumn.Of(numbers), new PackedColumn(arrangement.Reads))
    {
    }

    private RowOrder(AscendingColumn numbers, PackedColumn reads) =>
        (_numbers, _reads, _rows) = (numbers, reads, new Lazy<PackedColumn>(() => RowsAsRead(reads)));

    public int Count => _reads.Count;

    public static RowOrder Read(IndexReader reader) => new(AscendingColumn.Read(reader), PackedColumn.Read(reader));

    public void Write(IndexWriter writer)
    {
        _numbers.Write(writer);
        _reads.Write(writer);
    }

    public long NumberOf(int row) => _numbers[(int)_reads[row]];

    /// <summary>The rows of these incidents; a number that none has is left out.</summary>
    /// <param name="numbers">Ascending.</param>
    public Bitmap Rows(IReadOnlyList<long> numbers)
    {
        var rows = new Bitmap(Count);
        var read = 0;
        foreach (var number in numbers as long[] ?? [.. numbers])
        {
            read = _numbers.FirstAtOrAfter(number, read);
            if (read < Count && _numbers[read] == number)
            {
                rows.Set((int)_rows.Value[read]);
            }
        }

        return rows;
    }

    private static PackedColumn RowsAsRead(PackedColumn reads)
    {
        var rows = new uint[reads.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[reads[row]] = (uint)row;
        }

        return new PackedColumn(rows);
    }
}
