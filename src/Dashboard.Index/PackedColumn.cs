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
        Count = count;
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

    public int Count { get; }

    public uint this[int row] => _bytes is not null ? _bytes[row] : _shorts is not null ? _shorts[row] : _ints![row];

    private static void Fill<T>(T[] values, Func<int, uint> valueOf, Func<uint, T> packed)
    {
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = packed(valueOf(row));
        }
    }
}
