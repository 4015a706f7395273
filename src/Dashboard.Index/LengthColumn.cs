using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// How long the dated incidents last, in ticks. What lasts longer than a day is listed apart, so that what goes on at an
/// instant is found near it.
/// </summary>
internal sealed class LengthColumn
{
    /// <summary>What has no end lasts this long: more than any time, and little enough to be added to a start.</summary>
    public const long Ongoing = long.MaxValue / 2;

    /// <summary>Most incidents last no longer.</summary>
    public const long Short = TimeSpan.TicksPerDay;

    /// <summary>So many lengths have a list of their own: the commonest.</summary>
    private const int MostOfOne = 32;

    /// <summary>Weeks, months, years: the units of what is not known to the day.</summary>
    private static readonly long[] _atMost = [7 * Short, 31 * Short, 366 * Short, Ongoing];

    private readonly ValueColumn _lengths;

    public LengthColumn(ValueColumn lengths)
    {
        _lengths = lengths;
        var counts = new int[lengths.Values.Length];
        for (var row = 0; row < lengths.Count; row++)
        {
            counts[lengths.NumberOf(row)]++;
        }

        int[] longer = [.. Enumerable.Range(0, counts.Length).Where(number => lengths.Values[number] > Short).OrderByDescending(number => counts[number])];
        List<(long AtMost, bool IsExact, List<int> Rows)> lists = [.. _atMost.Select(atMost => (atMost, false, new List<int>()))];
        var listOf = new List<int>?[counts.Length];
        foreach (var (rank, number) in longer.Index())
        {
            var length = lengths.Values[number];
            if (rank < MostOfOne)
            {
                lists.Add((length, true, new List<int>(counts[number])));
                listOf[number] = lists[^1].Rows;
            }
            else
            {
                listOf[number] = lists[Array.FindIndex(_atMost, most => length <= most)].Rows;
            }
        }

        IsLong = new Bitmap(lengths.Count);
        for (var row = 0; row < lengths.Count; row++)
        {
            if (listOf[lengths.NumberOf(row)] is { } rows)
            {
                rows.Add(row);
                IsLong.Set(row);
            }
        }

        Longer = [.. lists.Where(list => list.Rows.Count > 0).Select(list => new LongRows(list.AtMost, list.IsExact, [.. list.Rows]))];
    }

    /// <summary>The rows that last longer than <see cref="Short"/>, by how long.</summary>
    public IReadOnlyList<LongRows> Longer { get; }

    /// <summary>The same rows.</summary>
    public Bitmap IsLong { get; }

    public long this[int row] => _lengths[row];

    public static LengthColumn Read(IndexReader reader) => new(ValueColumn.Read(reader));

    public void Write(IndexWriter writer) => _lengths.Write(writer);
}

/// <param name="AtMost">The longest that any of them lasts, in ticks.</param>
/// <param name="IsExact">Whether all of them last as long.</param>
/// <param name="Rows">Ascending.</param>
internal sealed record LongRows(long AtMost, bool IsExact, int[] Rows)
{
    /// <summary>Those from the first up to, not with, the second.</summary>
    public ReadOnlySpan<int> Between(int from, int to)
    {
        var (first, end) = (Find(from), Find(to));
        return first < end ? Rows.AsSpan(first..end) : [];
    }

    private int Find(int row)
    {
        var found = Array.BinarySearch(Rows, row);
        return found >= 0 ? found : ~found;
    }
}
