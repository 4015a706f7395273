namespace Dashboard.Index;

/// <summary>
/// Ascending instants in ticks of UTC. Times in the world are whole days or minutes, mostly: as multiples of the largest
/// unit that they share, counted from the first, they take two or four bytes instead of eight.
/// </summary>
internal sealed class InstantColumn
{
    private readonly long _first;
    private readonly long _unit = 1;
    private readonly PackedColumn? _packed;
    private readonly long[] _wide = [];

    /// <param name="ascending">Kept when it cannot be packed.</param>
    public InstantColumn(long[] ascending)
    {
        Count = ascending.Length;
        _first = Count == 0 ? 0 : ascending[0];
        var unit = 0L;
        foreach (var instant in ascending)
        {
            unit = CommonDivisor(unit, instant - _first);
        }

        _unit = Math.Max(1, unit);
        if (Count == 0 || (ascending[^1] - _first) / _unit <= uint.MaxValue)
        {
            var highest = Count == 0 ? 0 : (ascending[^1] - _first) / _unit;
            _packed = new PackedColumn(Count, (uint)highest, row => (uint)((ascending[row] - _first) / _unit));
        }
        else
        {
            _wide = ascending;
        }
    }

    public int Count { get; }

    public long this[int row] => _packed is not null ? _first + (_packed[row] * _unit) : _wide[row];

    /// <summary>The first row that is not earlier than the instant; <see cref="Count"/> when all are.</summary>
    public int FirstAtOrAfter(long ticks)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = this[middle] < ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static long CommonDivisor(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
