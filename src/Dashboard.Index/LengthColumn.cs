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

    /// <summary>Weeks, months, years: the units of what is not known to the day.</summary>
    private static readonly long[] _atMost = [7 * Short, 31 * Short, 366 * Short, Ongoing];

    private readonly ValueColumn _lengths;

    public LengthColumn(ValueColumn lengths)
    {
        _lengths = lengths;
        int[] classes = [.. lengths.Values.ToArray().Select(length => length <= Short ? -1 : Array.FindIndex(_atMost, most => length <= most))];
        var longer = Array.ConvertAll(_atMost, _ => new List<int>());
        for (var row = 0; row < lengths.Count; row++)
        {
            if (classes[lengths.NumberOf(row)] is >= 0 and var which)
            {
                longer[which].Add(row);
            }
        }

        Longer = [.. _atMost.Zip(longer, (atMost, rows) => new LongRows(atMost, [.. rows]))];
    }

    /// <summary>The rows that last longer than <see cref="Short"/>, by how long at most.</summary>
    public IReadOnlyList<LongRows> Longer { get; }

    public long this[int row] => _lengths[row];

    public static LengthColumn Read(IndexReader reader) => new(ValueColumn.Read(reader));

    public void Write(IndexWriter writer) => _lengths.Write(writer);
}

/// <param name="AtMost">The longest that any of them lasts, in ticks.</param>
/// <param name="Rows">Ascending.</param>
internal sealed record LongRows(long AtMost, int[] Rows)
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
