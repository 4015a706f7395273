using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>A number for each row, in as few bits as the highest of them needs: none where all are 0.</summary>
internal sealed class PackedColumn
{
    private const int MostBits = 32;

    private readonly byte[] _bits;
    private readonly int _width;
    private readonly uint _mask;

    /// <param name="numbers">By row.</param>
    public PackedColumn(ReadOnlySpan<uint> numbers)
        : this(numbers.Length, WidthOf(numbers), null)
    {
        var builder = new Builder(this);
        builder.Add(numbers);
        builder.Build();
    }

    public PackedColumn(ReadOnlySpan<int> numbers)
        : this(MemoryMarshal.Cast<int, uint>(numbers))
    {
    }

    private PackedColumn(int count, int width, byte[]? bits)
    {
        (Count, _width, _mask) = (count, width, width == 0 ? 0 : uint.MaxValue >> (MostBits - width));
        _bits = bits ?? GC.AllocateUninitializedArray<byte>(LengthFor(count, width));
    }

    public int Count { get; }

    /// <summary>How many bits each number takes.</summary>
    public int Width => _width;

    public uint this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bit = (long)(uint)row * _width;
            ref var last = ref _bits[(bit >> 3) + sizeof(ulong) - 1];
            return (uint)(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Subtract(ref last, sizeof(ulong) - 1)) >> (int)(bit & 7)) & _mask;
        }
    }

    /// <summary>The numbers of eight rows, one in each byte; each takes eight bits at most.</summary>
    /// <param name="row">The first of them, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Eight(int row)
    {
        ref var last = ref _bits[((long)(row / 8) * _width) + sizeof(ulong) - 1];
        var numbers = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Subtract(ref last, sizeof(ulong) - 1));
        if (Bmi2.X64.IsSupported && Vector512.IsHardwareAccelerated)
        {
            return Bmi2.X64.ParallelBitDeposit(numbers, _mask * 0x0101_0101_0101_0101UL);
        }

        var (fours, twos, ones) = ((1UL << (4 * _width)) - 1, ((1UL << (2 * _width)) - 1) * 0x0000_0001_0000_0001, _mask * 0x0001_0001_0001_0001UL);
        numbers = (numbers & fours) | (((numbers >> (4 * _width)) & fours) << 32);
        numbers = (numbers & twos) | (((numbers >> (2 * _width)) & twos) << 16);
        return (numbers & ones) | (((numbers >> _width) & ones) << 8);
    }

    /// <summary>The rows whose number is one of those chosen.</summary>
    /// <param name="chosen">For each number whether it is.</param>
    public Bitmap Where(bool[] chosen)
    {
        var rows = new Bitmap(Count);
        var bitOf = Array.ConvertAll(chosen, isChosen => isChosen ? 1UL : 0);
        for (var word = 0; word < rows.Words.Length; word++)
        {
            var (from, to) = (word * Bitmap.WordBits, Math.Min(Count, (word + 1) * Bitmap.WordBits));
            var bits = 0UL;
            for (var row = from; row < to; row++)
            {
                bits |= bitOf[this[row]] << (row - from);
            }

            rows.Words[word] = bits;
        }

        return rows;
    }

    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static PackedColumn Read(IndexReader reader)
    {
        var (count, width, bits) = (reader.Count(), reader.Count(), reader.Array<byte>());
        return width <= MostBits && bits.Length == LengthFor(count, width)
            ? new PackedColumn(count, width, bits)
            : throw new InvalidDataException("a width is damaged");
    }

    public void Write(IndexWriter writer)
    {
        writer.Number(Count);
        writer.Number(_width);
        writer.Array<byte>(_bits);
    }

    private static int WidthOf(ReadOnlySpan<uint> numbers)
    {
        var all = 0U;
        foreach (var number in numbers)
        {
            all |= number;
        }

        return MostBits - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>With room after the last number, so that each is read in one piece.</summary>
    private static int LengthFor(int count, int width) => checked((int)((((long)count * width) + 7) / 8)) + sizeof(ulong);

    /// <summary>Is told the numbers of all rows, some after the other.</summary>
    public sealed class Builder
    {
        private readonly PackedColumn _column;
        private ulong _word;
        private int _used;
        private int _at;

        /// <param name="highest">No number is higher, or has a bit above the highest of it.</param>
        public Builder(int count, uint highest)
            : this(new PackedColumn(count, MostBits - BitOperations.LeadingZeroCount(highest), null))
        {
        }

        public Builder(PackedColumn column) => _column = column;

        public void Add(ReadOnlySpan<int> numbers) => Add(MemoryMarshal.Cast<int, uint>(numbers));

        public void Add(ReadOnlySpan<uint> numbers)
        {
            var (bits, width, word, used, at) = (_column._bits, _column._width, _word, _used, _at);
            foreach (var number in width == 0 ? [] : numbers)
            {
                word |= (ulong)number << used;
                used += width;
                if (used >= MostBits)
                {
                    Unsafe.WriteUnaligned(ref bits[at], (uint)word);
                    (word, used, at) = (word >> MostBits, used - MostBits, at + sizeof(uint));
                }
            }

            (_word, _used, _at) = (word, used, at);
        }

        /// <summary>The column; after the last number, once.</summary>
        public PackedColumn Build()
        {
            var rest = _column._bits.AsSpan(_at);
            rest.Clear();
            MemoryMarshal.Write(rest, (uint)_word);
            return _column;
        }
    }
}
