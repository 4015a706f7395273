using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dashboard.Index;

/// <summary>Says of the rows of a packed column, many at once, which have one of some numbers.</summary>
internal sealed class PackedChoice
{
    /// <summary>A number of so many bits is looked up with fifteen others.</summary>
    private const int NarrowWidth = 4;

    /// <summary>A number of so many bits with sixty-three others, on processors that have the instruction.</summary>
    private const int WideWidth = 6;

    private const int Together = 16;

    private readonly PackedColumn _column;
    private readonly ulong[] _bitOf;

    /// <summary>For each of the numbers up to 15 all bits or none.</summary>
    private readonly Vector128<byte> _table;

    /// <summary>The same for those up to 63.</summary>
    private readonly Vector512<byte> _wideTable;

    /// <param name="chosen">For each number whether it is one of them.</param>
    public PackedChoice(PackedColumn column, bool[] chosen)
    {
        (_column, _bitOf) = (column, Array.ConvertAll(chosen, isChosen => isChosen ? 1UL : 0));
        var table = new byte[Vector512<byte>.Count];
        for (var number = 0; number < Math.Min(table.Length, chosen.Length); number++)
        {
            table[number] = chosen[number] ? byte.MaxValue : (byte)0;
        }

        (_table, _wideTable) = (Vector128.Create(table), Vector512.Create(table));
    }

    /// <summary>Whether a number is one of those that are chosen.</summary>
    public bool IsOne(int number) => _bitOf[number] != 0;

    public bool Has(int row) => Bit(row) != 0;

    /// <summary>1 when a row is chosen, else 0.</summary>
    public ulong Bit(int row) => _bitOf[_column[row]];

    /// <summary>Which of the 64 rows of a word are chosen, the first row lowest. What is told of rows after the last means nothing.</summary>
    public ulong Of(int word)
    {
        var (from, bits) = (word * Bitmap.WordBits, 0UL);
        if (Avx512BW.IsSupported && _column.Width <= (Avx512Vbmi.IsSupported ? WideWidth : NarrowWidth) && from + Bitmap.WordBits <= _column.Count)
        {
            var numbers = Vector512.Create(
                _column.Eight(from), _column.Eight(from + 8), _column.Eight(from + 16), _column.Eight(from + 24),
                _column.Eight(from + 32), _column.Eight(from + 40), _column.Eight(from + 48), _column.Eight(from + 56));
            if (Avx512Vbmi.IsSupported)
            {
                return Avx512Vbmi.PermuteVar64x8(_wideTable, numbers.AsByte()).ExtractMostSignificantBits();
            }

            var table = Vector256.Create(_table, _table);
            return Avx512BW.Shuffle(Vector512.Create(table, table), numbers.AsByte()).ExtractMostSignificantBits();
        }

        var end = Math.Min(Bitmap.WordBits, _column.Count - from);
        for (var row = 0; row < end; row += Together)
        {
            bits |= (ulong)Sixteen(from + row) << row;
        }

        return bits;
    }

    /// <summary>How many of the rows from one up to, not with, another are chosen.</summary>
    public int Count(int from, int to)
    {
        var count = 0;
        for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < to; word++)
        {
            var start = word * Bitmap.WordBits;
            count += BitOperations.PopCount(Of(word) & Bitmap.BitsBetween(from - start, to - start));
        }

        return count;
    }

    /// <param name="row">The first of them, a multiple of as many.</param>
    private uint Sixteen(int row)
    {
        var (count, bits) = (Math.Min(Together, _column.Count - row), 0UL);
        if (_column.Width <= NarrowWidth)
        {
            var numbers = Vector128.Create(_column.Eight(row), count > Together / 2 ? _column.Eight(row + (Together / 2)) : 0).AsByte();
            return Vector128.ShuffleNative(_table, numbers).ExtractMostSignificantBits();
        }

        for (var i = 0; i < count; i++)
        {
            bits |= _bitOf[_column[row + i]] << i;
        }

        return (uint)bits;
    }
}
