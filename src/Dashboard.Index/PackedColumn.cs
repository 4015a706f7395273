using System.Numerics;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>A number for each row, in as few bytes as the highest of them needs: one, two or four.</summary>
internal sealed class PackedColumn
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _shorts;
    private readonly uint[]? _ints;

    /// <param name="highest">No value is higher.</param>
    public PackedColumn(int count, uint highest, Func<int, uint> valueOf)
    {
        switch (highest)
        {
            case <= byte.MaxValue:
                _bytes = new byte[count];
                Fill(_bytes, valueOf, value => (byte)value);
                break;
            case <= ushort.MaxValue:
                _shorts = new ushort[count];
                Fill(_shorts, valueOf, value => (ushort)value);
                break;
            default:
                _ints = new uint[count];
                Fill(_ints, valueOf, value => value);
                break;
        }
    }

    private PackedColumn(byte[]? bytes, ushort[]? shorts, uint[]? ints) => (_bytes, _shorts, _ints) = (bytes, shorts, ints);

    public int Count => _bytes?.Length ?? _shorts?.Length ?? _ints!.Length;

    public uint this[int row] => _bytes is not null ? _bytes[row] : _shorts is not null ? _shorts[row] : _ints![row];

    /// <summary>The rows whose number is one of those chosen.</summary>
    /// <param name="chosen">For each number whether it is.</param>
    public Bitmap Where(bool[] chosen)
    {
        var rows = new Bitmap(Count);
        if (_bytes is not null)
        {
            Choose<byte>(_bytes, chosen, rows);
        }
        else if (_shorts is not null)
        {
            Choose<ushort>(_shorts, chosen, rows);
        }
        else
        {
            Choose<uint>(_ints, chosen, rows);
        }

        return rows;
    }

    public static PackedColumn Read(IndexReader reader) => reader.Number() switch
    {
        sizeof(byte) => new(reader.Array<byte>(), null, null),
        sizeof(ushort) => new(null, reader.Array<ushort>(), null),
        sizeof(uint) => new(null, null, reader.Array<uint>()),
        _ => throw new InvalidDataException("a width is damaged"),
    };

    public void Write(IndexWriter writer)
    {
        writer.Number(_bytes is not null ? sizeof(byte) : _shorts is not null ? sizeof(ushort) : sizeof(uint));
        if (_bytes is not null)
        {
            writer.Array<byte>(_bytes);
        }
        else if (_shorts is not null)
        {
            writer.Array<ushort>(_shorts);
        }
        else
        {
            writer.Array<uint>(_ints);
        }
    }

    private static void Choose<T>(ReadOnlySpan<T> numbers, bool[] chosen, Bitmap rows) where T : struct, IBinaryInteger<T>
    {
        var bitOf = Array.ConvertAll(chosen, isChosen => isChosen ? 1UL : 0);
        for (var word = 0; word < rows.Words.Length; word++)
        {
            var some = numbers[(word * Bitmap.WordBits)..Math.Min(numbers.Length, (word + 1) * Bitmap.WordBits)];
            var bits = 0UL;
            for (var bit = 0; bit < some.Length; bit++)
            {
                bits |= bitOf[int.CreateTruncating(some[bit])] << bit;
            }

            rows.Words[word] = bits;
        }
    }

    private static void Fill<T>(T[] values, Func<int, uint> valueOf, Func<uint, T> packed)
    {
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = packed(valueOf(row));
        }
    }
}
