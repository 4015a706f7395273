namespace Dashboard.Index;

/// <summary>
/// Numbers that are noted one after the other, in pieces: each is packed as soon as it is full, into as few bits as its own
/// numbers need. So few columns of millions are noted in little more than they take in the end.
/// </summary>
internal sealed class NotedNumbers
{
    private const int PieceBits = 13;
    private const int PieceLength = 1 << PieceBits;
    private const int FirstRoom = 64;

    private readonly List<Piece> _full = [];

    /// <summary>The numbers after the last full piece.</summary>
    private long[] _open = [];
    private int _used;

    public int Count => (_full.Count << PieceBits) + _used;

    public long this[int number]
    {
        get
        {
            var (piece, at) = (number >> PieceBits, number & (PieceLength - 1));
            return piece < _full.Count ? _full[piece][at] : _open[at];
        }
    }

    public void Add(long number)
    {
        if (_used == _open.Length)
        {
            Array.Resize(ref _open, Math.Max(FirstRoom, 2 * _used));
        }

        _open[_used++] = number;
        if (_used == PieceLength)
        {
            _full.Add(new Piece(_open));
            _used = 0;
        }
    }

    /// <summary>Some that follow each other.</summary>
    /// <param name="from">The place of the first.</param>
    /// <param name="into">As many as are asked for.</param>
    public void CopyTo(int from, Span<long> into)
    {
        for (var number = 0; number < into.Length;)
        {
            var (piece, at) = ((from + number) >> PieceBits, (from + number) & (PieceLength - 1));
            var part = into.Slice(number, Math.Min(into.Length - number, PieceLength - at));
            if (piece < _full.Count)
            {
                _full[piece].CopyTo(at, part);
            }
            else
            {
                _open.AsSpan(at, part.Length).CopyTo(part);
            }

            number += part.Length;
        }
    }

    /// <summary>All of them side by side.</summary>
    public long[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<long>(Count);
        CopyTo(0, all);
        return all;
    }

    /// <summary>Reads all of them, one after the other.</summary>
    public sealed class Reader(NotedNumbers numbers)
    {
        private const int Ahead = 512;

        private readonly long[] _ahead = new long[Ahead];
        private int _next = Ahead;
        private int _read;

        /// <summary>The next one; there must be one.</summary>
        public long Next()
        {
            if (_next == Ahead)
            {
                numbers.CopyTo(_read, _ahead.AsSpan(0, Math.Min(Ahead, numbers.Count - _read)));
                (_next, _read) = (0, _read + Ahead);
            }

            return _ahead[_next++];
        }
    }

    /// <summary>Each number is the first one, and steps from there, and units above these; or, where that would not do, stands as it is.</summary>
    private sealed class Piece
    {
        private readonly long _first;
        private readonly long _step;
        private readonly long _unit;
        private readonly PackedColumn? _units;
        private readonly long[]? _wide;

        public Piece(ReadOnlySpan<long> numbers)
        {
            (_first, _step) = (numbers[0], numbers[1] - numbers[0]);
            if (IsEven(numbers, _step))
            {
                return;
            }

            var (lowest, highest) = (numbers[0], numbers[0]);
            foreach (var number in numbers)
            {
                (lowest, highest) = (Math.Min(lowest, number), Math.Max(highest, number));
            }

            (_first, _step, _unit) = (lowest, 0, (ulong)(highest - lowest) <= uint.MaxValue ? 1 : UnitOf(numbers, lowest));
            if ((ulong)(highest - lowest) / (ulong)_unit > uint.MaxValue)
            {
                _wide = numbers.ToArray();
                return;
            }

            Span<uint> units = new uint[numbers.Length];
            for (var i = 0; i < units.Length; i++)
            {
                units[i] = (uint)(_unit == 1 ? numbers[i] - lowest : (numbers[i] - lowest) / _unit);
            }

            _units = new PackedColumn(units);
        }

        public long this[int at] => _units is not null ? _first + (_unit * _units[at]) : _wide is not null ? _wide[at] : _first + (_step * at);

        public void CopyTo(int from, Span<long> into)
        {
            if (_units is null)
            {
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = this[from + i];
                }

                return;
            }

            for (var i = 0; i < into.Length; i++)
            {
                into[i] = _first + (_unit * _units[from + i]);
            }
        }

        private static bool IsEven(ReadOnlySpan<long> numbers, long step)
        {
            for (var i = 1; i < numbers.Length; i++)
            {
                if (numbers[i] - numbers[i - 1] != step)
                {
                    return false;
                }
            }

            return true;
        }

        private static long UnitOf(ReadOnlySpan<long> numbers, long lowest)
        {
            var unit = 0L;
            for (var i = 0; i < numbers.Length && unit != 1; i++)
            {
                unit = AscendingColumn.CommonDivisor(numbers[i] - lowest, unit);
            }

            return Math.Max(1, Math.Abs(unit));
        }
    }
}
