using System.Numerics;

namespace Dashboard.Index;

/// <summary>
/// Numbers that are noted one after the other, in pieces: each is packed as soon as it is full, into as few bits as its own
/// numbers need. So few columns of millions are noted in little more than they take in the end. As long as those of a piece
/// go up evenly, or stay the same, none of them is written down.
/// </summary>
internal sealed class NotedNumbers
{
    private const int PieceBits = 13;
    private const int PieceLength = 1 << PieceBits;
    private const int FirstRoom = 64;

    private readonly List<Piece> _full = [];

    /// <summary>The numbers after the last full piece, unless they are even so far.</summary>
    private long[] _open = [];
    private int _used;

    /// <summary>Those of the full pieces.</summary>
    private ulong _bits;

    /// <summary>Whether these are even; then the first of them, how far it is from each to the next, and the one that would come now.</summary>
    private bool _isEven = true;
    private long _first;
    private long _step;
    private long _next;

    public int Count => (_full.Count << PieceBits) + _used;

    /// <summary>The bits that any of them has; of a number below 0 these are the upper ones too.</summary>
    public ulong Bits
    {
        get
        {
            var bits = (long)_bits;
            if (_isEven)
            {
                for (var at = 0; at < _used; at++)
                {
                    bits |= _first + (_step * at);
                }
            }
            else
            {
                foreach (var number in _open.AsSpan(0, _used))
                {
                    bits |= number;
                }
            }

            return (ulong)bits;
        }
    }

    public long this[int number]
    {
        get
        {
            var (piece, at) = (number >> PieceBits, number & (PieceLength - 1));
            return piece < _full.Count ? _full[piece][at] : _isEven ? _first + (_step * at) : _open[at];
        }
    }

    public void Add(long number)
    {
        if (_isEven ? number != _next : _used == _open.Length)
        {
            MakeRoomFor(number);
        }

        if (_isEven)
        {
            _next += _step;
        }
        else
        {
            _open[_used] = number;
        }

        if (++_used == PieceLength)
        {
            EndPiece();
        }
    }

    /// <summary>Some after the other.</summary>
    public void Add(ReadOnlySpan<long> numbers)
    {
        while (!numbers.IsEmpty)
        {
            var some = numbers[..Math.Min(numbers.Length, PieceLength - _used)];
            var added = _isEven ? EvenIn(some) : some.Length;
            if (_isEven)
            {
                _next += _step * added;
            }
            else
            {
                if (_used + added > _open.Length)
                {
                    Array.Resize(ref _open, Math.Min(PieceLength, Math.Max(FirstRoom, 2 * (_used + added))));
                }

                some.CopyTo(_open.AsSpan(_used));
            }

            _used += added;
            if (_used == PieceLength)
            {
                EndPiece();
            }
            else if (added < some.Length)
            {
                Add(some[added++]);
            }

            numbers = numbers[added..];
        }
    }

    /// <summary>Some that follow each other.</summary>
    /// <param name="from">The place of the first.</param>
    /// <param name="into">As many as are asked for.</param>
    /// <typeparam name="T">Has room for <see cref="Bits"/>, or gets the lower ones.</typeparam>
    public void CopyTo<T>(int from, Span<T> into)
        where T : struct, IBinaryInteger<T>
    {
        for (var number = 0; number < into.Length;)
        {
            var (piece, at) = ((from + number) >> PieceBits, (from + number) & (PieceLength - 1));
            var part = into.Slice(number, Math.Min(into.Length - number, PieceLength - at));
            if (piece < _full.Count)
            {
                _full[piece].CopyTo(at, part);
            }
            else if (_isEven)
            {
                Piece.FillEvenly(part, _first + (_step * at), _step);
            }
            else
            {
                Narrow(_open.AsSpan(at, part.Length), part);
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

    /// <summary>Whether all of them go up evenly: the first of them, and how far it is from each to the next.</summary>
    public bool IsEven(out long first, out long step)
    {
        (first, step) = Count > 1 ? (this[0], this[1] - this[0]) : (Count == 0 ? 0 : this[0], 0);
        var next = first;
        foreach (var piece in _full)
        {
            if (!piece.IsEven(next, step))
            {
                return false;
            }

            next += step * PieceLength;
        }

        return _used == 0 || (_isEven && _first == next && (_used == 1 || _step == step));
    }

    private static void Narrow<T>(ReadOnlySpan<long> numbers, Span<T> into)
        where T : struct, IBinaryInteger<T>
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = T.CreateTruncating(numbers[i]);
        }
    }

    /// <summary>How many of these go on as evenly as those before.</summary>
    private int EvenIn(ReadOnlySpan<long> numbers)
    {
        var (even, next) = (0, _next);
        for (; even < numbers.Length && numbers[even] == next; even++)
        {
            next += _step;
        }

        return even;
    }

    /// <summary>Two numbers are always even, and more are not any more when the number is not the next one of them.</summary>
    private void MakeRoomFor(long number)
    {
        if (_isEven && _used < 2)
        {
            (_first, _step) = _used == 0 ? (number, _step) : (_first, number - _first);
            _next = number;
            return;
        }

        if (_used >= _open.Length)
        {
            Array.Resize(ref _open, Math.Min(PieceLength, Math.Max(FirstRoom, 2 * _used)));
        }

        if (_isEven)
        {
            Piece.FillEvenly(_open.AsSpan(0, _used), _first, _step);
            _isEven = false;
        }
    }

    private void EndPiece()
    {
        if (_isEven)
        {
            _bits = Bits;
            _full.Add(new Piece(_first, _step));
        }
        else
        {
            _full.Add(new Piece(_open, out var bits));
            _bits |= bits;
        }

        (_first, _step, _used) = (_isEven ? _next : _open[^1], _isEven ? _step : 0, 0);
        (_next, _isEven) = (_first, true);
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
        private const int Together = 256;

        private readonly long _first;
        private readonly long _step;
        private readonly long _unit;
        private readonly PackedColumn? _units;
        private readonly long[]? _wide;

        public Piece(long first, long step) => (_first, _step) = (first, step);

        /// <param name="bits">Those that any of the numbers has.</param>
        public Piece(ReadOnlySpan<long> numbers, out ulong bits)
        {
            (var lowest, var highest, bits) = Bounds(numbers);
            (_first, _unit) = (lowest, (ulong)(highest - lowest) <= uint.MaxValue ? 1 : UnitOf(numbers, lowest));
            if ((ulong)(highest - lowest) / (ulong)_unit > uint.MaxValue)
            {
                _wide = numbers.ToArray();
                return;
            }

            var units = new PackedColumn.Builder(numbers.Length, (uint)((highest - lowest) / _unit));
            Span<uint> some = stackalloc uint[Together];
            for (; !numbers.IsEmpty; numbers = numbers[some.Length..])
            {
                some = some[..Math.Min(some.Length, numbers.Length)];
                for (var i = 0; i < some.Length; i++)
                {
                    some[i] = (uint)(_unit == 1 ? numbers[i] - lowest : (numbers[i] - lowest) / _unit);
                }

                units.Add(some);
            }

            _units = units.Build();
        }

        public long this[int at] => _units is not null ? _first + (_unit * _units[at]) : _wide is not null ? _wide[at] : _first + (_step * at);

        public bool IsEven(long first, long step) => _units is null && _wide is null && _first == first && _step == step;

        public void CopyTo<T>(int from, Span<T> into)
            where T : struct, IBinaryInteger<T>
        {
            if (_wide is not null)
            {
                Narrow(_wide.AsSpan(from, into.Length), into);
                return;
            }

            if (_units is null)
            {
                FillEvenly(into, _first + (_step * from), _step);
                return;
            }

            var (units, first, unit) = (_units, _first, _unit);
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = T.CreateTruncating(first + (unit * units[from + i]));
            }
        }

        public static void FillEvenly<T>(Span<T> into, long first, long step)
            where T : struct, IBinaryInteger<T>
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = T.CreateTruncating(first + (step * i));
            }
        }

        private static (long Lowest, long Highest, ulong Bits) Bounds(ReadOnlySpan<long> numbers)
        {
            var (lowest, highest, all) = (new Vector<long>(numbers[0]), new Vector<long>(numbers[0]), Vector<long>.Zero);
            var at = 0;
            for (; at + Vector<long>.Count <= numbers.Length; at += Vector<long>.Count)
            {
                var some = new Vector<long>(numbers[at..]);
                (lowest, highest, all) = (Vector.Min(lowest, some), Vector.Max(highest, some), all | some);
            }

            var (low, high, bits) = (long.MaxValue, long.MinValue, 0L);
            for (var lane = 0; lane < Vector<long>.Count; lane++)
            {
                (low, high, bits) = (Math.Min(low, lowest[lane]), Math.Max(high, highest[lane]), bits | all[lane]);
            }

            foreach (var number in numbers[at..])
            {
                (low, high, bits) = (Math.Min(low, number), Math.Max(high, number), bits | number);
            }

            return (low, high, (ulong)bits);
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
