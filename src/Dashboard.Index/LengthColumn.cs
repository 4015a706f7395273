namespace Dashboard.Index;

/// <summary>
/// How long the dated incidents last, in ticks: few lengths are different, so each row says which one it has. What lasts
/// longer than a day is listed apart, so that what goes on at an instant is found near it.
/// </summary>
internal sealed class LengthColumn
{
    /// <summary>What has no end lasts this long: more than any time, and little enough to be added to a start.</summary>
    public const long Ongoing = long.MaxValue / 2;

    /// <summary>Most incidents last no longer.</summary>
    public const long Short = TimeSpan.TicksPerDay;

    /// <summary>Weeks, months, years: the units of what is not known to the day.</summary>
    private static readonly long[] _atMost = [7 * Short, 31 * Short, 366 * Short, Ongoing];

    private readonly long[] _lengths;
    private readonly PackedColumn _numbers;

    /// <param name="lengths">By row.</param>
    public LengthColumn(ReadOnlySpan<long> lengths)
    {
        var different = new Dictionary<long, uint>();
        var numbers = new uint[lengths.Length];
        var longer = Array.ConvertAll(_atMost, _ => new List<int>());
        for (var row = 0; row < lengths.Length; row++)
        {
            var length = lengths[row];
            if (!different.TryGetValue(length, out numbers[row]))
            {
                different[length] = numbers[row] = (uint)different.Count;
            }

            if (length > Short)
            {
                longer[Array.FindIndex(_atMost, most => length <= most)].Add(row);
            }
        }

        _lengths = new long[different.Count];
        foreach (var (length, number) in different)
        {
            _lengths[number] = length;
        }

        _numbers = new PackedColumn(numbers.Length, (uint)different.Count, row => numbers[row]);
        Longer = [.. _atMost.Zip(longer, (atMost, rows) => new LongRows(atMost, [.. rows]))];
    }

    /// <summary>The rows that last longer than <see cref="Short"/>, by how long at most.</summary>
    public IReadOnlyList<LongRows> Longer { get; }

    public long this[int row] => _lengths[_numbers[row]];
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
