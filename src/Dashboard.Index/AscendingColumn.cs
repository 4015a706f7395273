using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Ascending numbers: instants in ticks, or numbers of incidents. Times in the world are whole days or minutes, mostly:
/// as multiples of the largest unit that they share, counted from the first, they take some bits instead of
/// eight bytes. Where many are the same it is enough to know where each begins. Numbers without a gap take none.
/// </summary>
internal sealed class AscendingColumn
{
    /// <summary>So many numbers, on average, that are the same make it worth it to keep where they begin.</summary>
    private const int SameForOne = 16;

    private readonly long _first;
    private readonly long _unit;

    /// <summary>For each multiple of the unit the numbers that are that: none where there is no such number.</summary>
    private readonly RunStarts? _runs;
    private readonly PackedColumn? _packed;
    private readonly long[]? _wide;
    private readonly FirstPlaces? _places;

    /// <param name="ascending">Kept when it cannot be packed.</param>
    public AscendingColumn(long[] ascending)
    {
        Count = ascending.Length;
        _first = Count == 0 ? 0 : ascending[0];
        _unit = UnitOf(ascending);
        var highest = Count == 0 ? 0 : (ascending[^1] - _first) / _unit;
        if (highest > uint.MaxValue)
        {
            _wide = ascending;
        }
        else if (Count > 0 && (highest != Count - 1 || !IsEven(ascending)))
        {
            (_runs, _packed) = RunsOrPacked(Multiples(ascending));
            _places = PlacesOf(_packed);
        }
    }

    /// <param name="first">The first of them, or a lower number; any when there is none.</param>
    /// <param name="unit">A number, best the largest, that all of them are multiples of, counted from the first; 1 where they are all the same.</param>
    /// <param name="multiples">How many units after the first each is.</param>
    public AscendingColumn(long first, long unit, ReadOnlySpan<uint> multiples)
    {
        (Count, _first, _unit) = (multiples.Length, multiples.Length == 0 ? 0 : first, unit);
        for (var row = 0; row < multiples.Length; row++)
        {
            if (multiples[row] != row)
            {
                (_runs, _packed) = RunsOrPacked(multiples);
                _places = PlacesOf(_packed);
                break;
            }
        }
    }

    /// <summary>Numbers without a gap.</summary>
    private AscendingColumn(int count, long first, long unit) => (Count, _first, _unit) = (count, first, unit);

    private AscendingColumn(IndexReader reader)
    {
        (Count, _first, _unit) = (reader.Count(), reader.Number(), reader.Number());
        switch (reader.Number())
        {
            case 1:
                _packed = PackedColumn.Read(reader);
                _places = PlacesOf(_packed);
                break;
            case 2:
                _wide = reader.Array<long>();
                break;
            case 3:
                _runs = new RunStarts(reader.Array<int>());
                break;
        }
    }

    public int Count { get; }

    public long this[int row] =>
        _runs is not null ? _first + (_runs.Of(row) * _unit)
        : _packed is not null ? _first + (_packed[row] * _unit)
        : _wide is not null ? _wide[row]
        : _first + (row * _unit);

    public static AscendingColumn Of(NotedNumbers ascending) => ascending.IsEven(out var first, out var step)
        ? new AscendingColumn(ascending.Count, first, Math.Max(1, step))
        : new AscendingColumn(ascending.ToArray());

    public static AscendingColumn Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Number(Count);
        writer.Number(_first);
        writer.Number(_unit);
        writer.Number(_packed is not null ? 1 : _wide is not null ? 2 : _runs is not null ? 3 : 0);
        _packed?.Write(writer);
        if (_runs is not null)
        {
            writer.Array(_runs.All);
        }

        if (_wide is not null)
        {
            writer.Array<long>(_wide);
        }
    }

    /// <summary>Where the first is that is not lower; <see cref="Count"/> when all are.</summary>
    public int FirstAtOrAfter(long number)
    {
        if (number <= _first)
        {
            return 0;
        }

        var multiple = (number - _first + _unit - 1) / _unit;
        return _runs is not null ? _runs.All[(int)Math.Min(multiple, _runs.All.Length - 1)]
            : _places is null ? Search(number, 0, Count)
            : number > this[Count - 1] ? Count
            : _places.AtOrAfter((uint)multiple);
    }

    /// <summary>The same for who knows that it is at a place or after it, and probably near: numbers that are looked up in ascending order.</summary>
    public int FirstAtOrAfter(long number, int from)
    {
        if (_runs is not null)
        {
            return Math.Max(from, FirstAtOrAfter(number));
        }

        if (_packed is null && _wide is null && _unit == 1)
        {
            return (int)Math.Clamp(number - _first, from, Count);
        }

        var (low, step) = (from, 1);
        while (low + step <= Count && this[low + step - 1] < number)
        {
            (low, step) = (low + step, 2 * step);
        }

        return Search(number, low, Math.Min(Count, low + step));
    }

    private int Search(long number, int low, int high)
    {
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

    private static FirstPlaces? PlacesOf(PackedColumn? packed) => packed is null ? null : new FirstPlaces(packed, packed[packed.Count - 1]);

    /// <param name="multiples">One or more, ascending.</param>
    private static (RunStarts?, PackedColumn?) RunsOrPacked(ReadOnlySpan<uint> multiples)
    {
        var highest = multiples[^1];
        if (highest >= multiples.Length / SameForOne)
        {
            return (null, new PackedColumn(multiples));
        }

        var starts = new int[highest + 2];
        foreach (var multiple in multiples)
        {
            starts[multiple + 1]++;
        }

        for (var multiple = 1; multiple < starts.Length; multiple++)
        {
            starts[multiple] += starts[multiple - 1];
        }

        return (new RunStarts(starts), null);
    }

    /// <summary>How many units after the first each is.</summary>
    private uint[] Multiples(long[] ascending)
    {
        var multiples = new uint[ascending.Length];
        for (var row = 1; row < multiples.Length; row++)
        {
            multiples[row] = ascending[row] == ascending[row - 1] ? multiples[row - 1] : (uint)((ascending[row] - _first) / _unit);
        }

        return multiples;
    }

    /// <summary>The largest number that all of them are multiples of, counted from the first.</summary>
    private static long UnitOf(long[] ascending)
    {
        var unit = 0L;
        for (var row = 1; row < ascending.Length && unit != 1; row++)
        {
            unit = ascending[row] == ascending[row - 1] ? unit : CommonDivisor(ascending[row] - ascending[0], unit);
        }

        return Math.Max(1, unit);
    }

    public static long CommonDivisor(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
