using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// For each value of a facet, the rows that have it: as a bitmap where they are many, as a list where they are few. So
/// thousands of values cost no more than their rows.
/// </summary>
internal sealed class Postings
{
    /// <summary>A list takes about as much as a bitmap when one of four rows is in it, and much longer to go through.</summary>
    private const int RowsForOne = 16;

    private readonly int _rowCount;
    private readonly int[] _counts;
    private readonly Bitmap?[] _bitmaps;
    private readonly RowLists _lists;

    /// <summary>How many rows of each stratum have a value, of the values that were asked about.</summary>
    private readonly uint[]?[] _byStratum;

    private Postings(int rowCount, int[] counts, Bitmap?[] bitmaps, RowLists lists) =>
        (_rowCount, _counts, _bitmaps, _lists, _byStratum) = (rowCount, counts, bitmaps, lists, new uint[]?[counts.Length]);

    /// <summary>One value, that all rows have.</summary>
    public static Postings OfAll(int rowCount) => new(rowCount, [rowCount], [rowCount > 0 ? Bitmap.Full(rowCount) : null], new RowLists([0], rowCount));

    public static Postings Read(IndexReader reader)
    {
        var (rowCount, counts) = (reader.Count(), reader.Array<int>());
        var bitmaps = Array.ConvertAll(counts, count => IsMany(count, rowCount) ? Bitmap.Read(reader) : null);
        return new Postings(rowCount, counts, bitmaps, RowLists.Read(InLists(counts, rowCount), rowCount, reader));
    }

    public void Write(IndexWriter writer)
    {
        writer.Number(_rowCount);
        writer.Array<int>(_counts);
        foreach (var bitmap in _bitmaps)
        {
            bitmap?.Write(writer);
        }

        _lists.Write(writer);
    }

    /// <summary>How many rows have the value.</summary>
    public int Count(int value) => _counts[value];

    /// <summary>How many of the rows have the value.</summary>
    public int CountWith(int value, Bitmap rows) =>
        rows.Whole is { } whole ? whole.Sum(_byStratum[value] ??= CountByStratum(value, whole.Strata))
        : _bitmaps[value] is { } bitmap ? rows.CountWith(bitmap)
        : CountInList(value, rows);

    /// <summary>Those of the rows that have the value, ascending.</summary>
    public IEnumerable<int> RowsWith(int value, Bitmap rows) => _bitmaps[value] is { } bitmap ? bitmap.RowsWith(rows) : Listed(value, rows);

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

    /// <summary>Whatever is met on the way counts where it is in the set, whether it is in the run that is looked at or beside it.</summary>
    private int CountInList(int value, Bitmap rows)
    {
        var list = _lists.Of(value);
        var count = 0;
        foreach (var run in rows.Runs)
        {
            list.SkipTo(run.From);
            for (var isInRun = true; isInRun && list.MoveNext(); isInRun = list.Current < run.To)
            {
                count += rows.Bit(list.Current);
                if (run.IsFull && list.Current >= run.From && list.Current < run.To)
                {
                    count += list.SkipTo(run.To);
                }
            }
        }

        return count;
    }

    private uint[] CountByStratum(int value, Strata strata)
    {
        var counts = new uint[strata.All.Count];
        if (_bitmaps[value] is { } bitmap)
        {
            strata.Count(bitmap, 0, _rowCount, counts);
            return counts;
        }

        foreach (var row in _lists.Of(value))
        {
            counts[strata.Of(row)]++;
        }

        return counts;
    }

    private List<int> Listed(int value, Bitmap rows)
    {
        List<int> listed = [];
        foreach (var row in _lists.Of(value))
        {
            if (rows[row])
            {
                listed.Add(row);
            }
        }

        return listed;
    }

    private void AddTo(Bitmap rows, int value)
    {
        if (_bitmaps[value] is { } bitmap)
        {
            rows.UnionWith(bitmap);
            return;
        }

        foreach (var row in _lists.Of(value))
        {
            rows.Set(row);
        }
    }

    private static bool IsMany(int count, int rowCount) => count > rowCount / RowsForOne;

    /// <summary>How many rows of each value stand in a list.</summary>
    private static int[] InLists(int[] counts, int rowCount) => Array.ConvertAll(counts, count => IsMany(count, rowCount) ? 0 : count);

    /// <summary>Is told all rows with their values, row by row. Telling one again, before the next row, says nothing.</summary>
    /// <param name="counts">How many rows have each value.</param>
    public sealed class Builder(int[] counts, int rowCount)
    {
        private readonly Bitmap?[] _bitmaps = Array.ConvertAll(counts, count => IsMany(count, rowCount) ? new Bitmap(rowCount) : null);
        private readonly RowLists _lists = new(InLists(counts, rowCount), rowCount);

        /// <summary>For each value how many of its rows were told, and the row after the last of them.</summary>
        private readonly (int Told, int Next)[] _told = new (int Told, int Next)[counts.Length];

        /// <summary>A row has a value.</summary>
        public void Add(int row, int value)
        {
            ref var told = ref _told[value];
            if (told.Next > row)
            {
                return;
            }

            told.Next = row + 1;
            if (_bitmaps[value] is { } bitmap)
            {
                bitmap.Set(row);
            }
            else
            {
                _lists.Set(value, told.Told++, row);
            }
        }

        public Postings Build() => new(rowCount, counts, _bitmaps, _lists);
    }
}
