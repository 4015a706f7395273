using System.Runtime.Intrinsics;

namespace Dashboard.Index;

/// <summary>Says of the rows of a packed column, many at once, which have one of some numbers.</summary>
internal sealed class PackedChoice
{
    private readonly PackedColumn _column;
    private readonly ulong[] _bitOf;

    /// <summary>For each of the numbers up to 15 all bits or none.</summary>
    private readonly Vector128<byte> _table;

    /// <param name="chosen">For each number whether it is one of them.</param>
    public PackedChoice(PackedColumn column, bool[] chosen)
    {
        (_column, _bitOf) = (column, Array.ConvertAll(chosen, isChosen => isChosen ? 1UL : 0));
        var table = new byte[Vector128<byte>.Count];
        for (var number = 0; number < Math.Min(table.Length, chosen.Length); number++)
        {
            table[number] = chosen[number] ? byte.MaxValue : (byte)0;
        }

        _table = Vector128.Create(table);
    }

    public bool Has(int row) => _bitOf[_column[row]] != 0;

    /// <summary>Which of the 64 rows of a word are chosen, the first row lowest. What is told of rows after the last means nothing.</summary>
    public ulong Of(int word)
    {
        var (from, bits) = (word * Bitmap.WordBits, 0UL);
        var end = Math.Min(Bitmap.WordBits, _column.Count - from);
        for (var row = 0; row < end; row += Vector128<byte>.Count)
        {
            if (_column.Width <= 4)
            {
                var numbers = Vector128.Create(_column.Eight(from + row), row + 8 < end ? _column.Eight(from + row + 8) : 0).AsByte();
                bits |= (ulong)Vector128.ShuffleNative(_table, numbers).ExtractMostSignificantBits() << row;
            }
            else
            {
                bits |= OneByOne(from + row, Math.Min(Vector128<byte>.Count, end - row)) << row;
            }
        }

        return bits;
    }

    private ulong OneByOne(int from, int count)
    {
        var bits = 0UL;
        for (var row = 0; row < count; row++)
        {
            bits |= _bitOf[_column[from + row]] << row;
        }

        return bits;
    }
}
