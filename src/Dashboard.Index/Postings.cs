using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// For each value of a facet, the rows that have it: as a bitmap where they are many, as ascending numbers where they are
/// few, whichever is smaller. So thousands of values cost no more than their rows.
/// </summary>
internal sealed class Postings
{
    /// <summary>A number takes as much as this many rows of a bitmap.</summary>
    private const int BitsOfNumber = 32;

    private readonly int _rowCount;
    private readonly int[] _counts;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly Bitmap?[] _bitmaps;

    private Postings(int rowCount, int[] counts, int[] starts, int[] rows, Bitmap?[] bitmaps) =>
        (_rowCount, _counts, _starts, _rows, _bitmaps) = (rowCount, counts, starts, rows, bitmaps);

    public static Postings Read(IndexReader reader) => new(
        reader.Count(), reader.Array<int>(), reader.Array<int>(), reader.Array<int>(), reader.Each(() => reader.Number() == 0 ? null : Bitmap.Read(reader)));

    public void Write(IndexWriter writer)
    {
        writer.Number(_rowCount);
        writer.Array<int>(_counts);
        writer.Array<int>(_starts);
        writer.Array<int>(_rows);
        writer.Number(_bitmaps.Length);
        foreach (var bitmap in _bitmaps)
        {
            writer.Number(bitmap is null ? 0 : 1);
            bitmap?.Write(writer);
        }
    }

    /// <summary>How many rows have the value.</summary>
    public int Count(int value) => _counts[value];

    /// <summary>How many of the rows have the value.</summary>
    public int CountWith(int value, Bitmap rows)
    {
        if (_bitmaps[value] is { } bitmap)
        {
            return bitmap.CountWith(rows);
        }

        var count = 0;
        foreach (var row in Few(value))
        {
            count += rows.Bit(row);
        }

        return count;
    }

    /// <summary>The rows with any of the values.</summary>
    public Bitmap Any(IEnumerable<int> values)
    {
        var any = new Bitmap(_rowCount);
        foreach (var value in values)
        {
            AddTo(any, value);
        }

        return any;
    }

    private void AddTo(Bitmap rows, int value)
    {
        if (_bitmaps[value] is { } bitmap)
        {
            rows.UnionWith(bitmap);
            return;
        }

        foreach (var row in Few(value))
        {
            rows.Set(row);
        }
    }

    private ReadOnlySpan<int> Few(int value) => _rows.AsSpan(_starts[value], _counts[value]);

    /// <summary>Is told all incidents with their values twice: to count them, in any order; and to note them, by row.</summary>
    public sealed class Builder(int values, int rowCount)
    {
        private readonly int[] _counts = new int[values];
        private readonly int[] _starts = new int[values];
        private readonly Bitmap?[] _bitmaps = new Bitmap?[values];
        private readonly int[] _last = NoRow(values);
        private int[] _next = [];
        private int[]? _rows;

        /// <summary>A row has a value; saying it again says nothing.</summary>
        public void Add(int row, int value)
        {
            if (_last[value] == row)
            {
                return;
            }

            _last[value] = row;
            if (_rows is null)
            {
                _counts[value]++;
            }
            else if (_bitmaps[value] is { } bitmap)
            {
                bitmap.Set(row);
            }
            else
            {
                _rows[_next[value]++] = row;
            }
        }

        /// <summary>All are counted; now they are told again by row.</summary>
        public void EndPass()
        {
            var few = 0;
            for (var value = 0; value < _counts.Length; value++)
            {
                _starts[value] = few;
                if (_counts[value] > rowCount / BitsOfNumber)
                {
                    _bitmaps[value] = new Bitmap(rowCount);
                }
                else
                {
                    few += _counts[value];
                }
            }

            _rows = new int[few];
            _next = [.. _starts];
            _last.AsSpan().Fill(-1);
        }

        public Postings Build() => new(rowCount, _counts, _starts, _rows!, _bitmaps);

        private static int[] NoRow(int values)
        {
            var rows = new int[values];
            rows.AsSpan().Fill(-1);
            return rows;
        }
    }
}
