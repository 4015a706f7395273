using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Ascending numbers: instants in ticks, or numbers of incidents. Times in the world are whole days or minutes, mostly:
/// as multiples of the largest unit that they share, counted from the first, they take two or four bytes instead of
/// eight. Numbers without a gap take none.
/// </summary>
internal sealed class AscendingColumn
{
    private readonly long _first;
    private readonly long _unit;
    private readonly PackedColumn? _packed;
    private readonly long[]? _wide;

    /// <param name="ascending">Kept when it cannot be packed.</param>
    public AscendingColumn(long[] ascending)
    {
        Count = ascending.Length;
        _first = Count == 0 ? 0 : ascending[0];
        var unit = 0L;
        foreach (var number in ascending)
        {
            unit = CommonDivisor(unit, number - _first);
        }

        _unit = Math.Max(1, unit);
        var highest = Count == 0 ? 0 : (ascending[^1] - _first) / _unit;
        if (highest > uint.MaxValue)
        {
            _wide = ascending;
        }
        else if (!IsEven(ascending))
        {
            _packed = new PackedColumn(Count, (uint)highest, row => (uint)((ascending[row] - _first) / _unit));
        }
    }

    private AscendingColumn(IndexReader reader)
    {
        (Count, _first, _unit) = (reader.Count(), reader.Number(), reader.Number());
        switch (reader.Number())
        {
            case 1:
                _packed = PackedColumn.Read(reader);
                break;
            case 2:
                _wide = reader.Array<long>();
                break;
        }
    }

    public int Count { get; }

    public long this[int row] => _packed is not null ? _first + (_packed[row] * _unit) : _wide is not null ? _wide[row] : _first + (row * _unit);

    public static AscendingColumn Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Number(Count);
        writer.Number(_first);
        writer.Number(_unit);
        writer.Number(_packed is not null ? 1 : _wide is not null ? 2 : 0);
        _packed?.Write(writer);
        if (_wide is not null)
        {
            writer.Array<long>(_wide);
        }
    }

    /// <summary>Where the first is that is not lower; <see cref="Count"/> when all are.</summary>
    public int FirstAtOrAfter(long number)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = this[middle] < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool IsEven(long[] ascending)
    {
        for (var row = 0; row < ascending.Length; row++)
        {
            if (ascending[row] != _first + (row * _unit))
            {
                return false;
            }
        }

        return true;
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
