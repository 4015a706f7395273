using System.Numerics;
using System.Runtime.CompilerServices;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Lists of ascending rows in little more than the bits that tell them apart. The lower bits of a row stand as they are;
/// its upper part says how many clear bits stand before its set one (the code of Elias and Fano).
/// </summary>
internal sealed class RowLists
{
    private readonly Place[] _places;
    private readonly byte[] _lows;
    private readonly ulong[] _highs;

    /// <param name="counts">How many rows each list has.</param>
    /// <param name="rowCount">All rows are lower.</param>
    public RowLists(int[] counts, int rowCount)
        : this(counts, rowCount, null)
    {
    }

    private RowLists(int[] counts, int rowCount, IndexReader? reader)
    {
        _places = new Place[counts.Length];
        var (lows, highs) = (0L, 0);
        for (var list = 0; list < counts.Length; list++)
        {
            var width = counts[list] == 0 ? 0 : BitOperations.Log2((uint)Math.Max(1, rowCount / counts[list]));
            _places[list] = new Place(lows, highs, counts[list], width);
            lows += (long)counts[list] * width;
            highs += counts[list] == 0 ? 0 : Bitmap.WordsFor(counts[list] + (rowCount >> width) + 1);
        }

        var bytes = checked((int)((lows + 7) / 8)) + sizeof(ulong);
        (_lows, _highs) = reader is null ? (new byte[bytes], new ulong[highs]) : (reader.Array<byte>(), reader.Array<ulong>());
        if (_lows.Length != bytes || _highs.Length != highs)
        {
            throw new InvalidDataException("a list is damaged");
        }
    }

    public static RowLists Read(int[] counts, int rowCount, IndexReader reader) => new(counts, rowCount, reader);

    /// <summary>All but the counts.</summary>
    public void Write(IndexWriter writer)
    {
        writer.Array<byte>(_lows);
        writer.Array<ulong>(_highs);
    }

    /// <summary>Notes the next row of a list; lists are filled from their first row to their last.</summary>
    /// <param name="number">Which row of the list it is.</param>
    // Optimized before it is called: one build would be half over by the time that the runtime comes to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int list, int number, int row)
    {
        var (lowStart, highStart, _, width) = _places[list];
        var bit = lowStart + ((long)number * width);
        ref var place = ref _lows[bit >> 3];
        Unsafe.WriteUnaligned(ref place, Unsafe.ReadUnaligned<ulong>(ref place) | ((ulong)(uint)(row & ((1 << width) - 1)) << (int)(bit & 7)));
        var high = number + (row >> width);
        _highs[highStart + (high / Bitmap.WordBits)] |= 1UL << (high % Bitmap.WordBits);
    }

    /// <summary>The rows of a list, ascending.</summary>
    public Rows Of(int list) => new(this, list);

    /// <summary>Goes through a list.</summary>
    public ref struct Rows
    {
        private readonly ref byte _lows;
        private readonly ref ulong _highs;
        private readonly int _width;
        private readonly uint _mask;
        private int _left;
        private int _base;
        private int _word;
        private ulong _bits;
        private long _low;

        public Rows(RowLists lists, int list)
        {
            (_low, var highStart, _left, _width) = lists._places[list];
            _mask = (1U << _width) - 1;
            if (_left > 0)
            {
                _lows = ref lists._lows[0];
                _highs = ref lists._highs[highStart];
                _bits = _highs;
            }
        }

        public int Current { get; private set; }

        public readonly Rows GetEnumerator() => this;

        /// <summary>Goes on to about a row: past most of the rows before it, and past none that is not.</summary>
        /// <returns>How many rows it went past.</returns>
        public int SkipTo(int row)
        {
            var (high, past) = (row >> _width, 0);
            while (_left > 0)
            {
                // The upper part of a row is no higher than the clear bits up to the end of its word.
                var inWord = BitOperations.PopCount(_bits);
                if (_base + Bitmap.WordBits - inWord >= high)
                {
                    break;
                }

                past += inWord;
                _left -= inWord;
                _low += (long)inWord * _width;
                _base += Bitmap.WordBits - inWord;
                _bits = _left > 0 ? Unsafe.Add(ref _highs, ++_word) : 0;
            }

            return past;
        }

        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            while (_bits == 0)
            {
                _bits = Unsafe.Add(ref _highs, ++_word);
                _base += Bitmap.WordBits;
            }

            // What stands before a set bit is as many clear bits as its upper part says, and the set ones of the rows before.
            var low = (uint)(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref _lows, (nint)(_low >> 3))) >> (int)(_low & 7)) & _mask;
            Current = ((_base + BitOperations.TrailingZeroCount(_bits)) << _width) | (int)low;
            _bits &= _bits - 1;
            _low += _width;
            _base--;
            _left--;
            return true;
        }
    }

    /// <param name="LowStart">The first bit of its rows' lower parts.</param>
    /// <param name="HighStart">The first word of their upper parts.</param>
    /// <param name="Count">How many rows it has.</param>
    /// <param name="Width">How many bits of a row are its lower part.</param>
    private readonly record struct Place(long LowStart, int HighStart, int Count, int Width);
}
