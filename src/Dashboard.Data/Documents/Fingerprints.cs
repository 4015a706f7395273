using System.Buffers.Binary;

namespace Dashboard.Data.Documents;

/// <summary>
/// A number for a text, the same on every machine and for good, since it is stored: it tells whether a document changed,
/// and names a list of columns. It is no protection against somebody who wants two texts to look the same.
/// </summary>
internal static class Fingerprints
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;

    public static long Of(ReadOnlySpan<byte> text)
    {
        var state = First ^ (ulong)text.Length;
        while (text.Length >= 16)
        {
            state = Mix(BinaryPrimitives.ReadUInt64LittleEndian(text) ^ state, BinaryPrimitives.ReadUInt64LittleEndian(text[8..]) ^ Second);
            text = text[16..];
        }

        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        text.CopyTo(rest);
        state = Mix(BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ state, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]) ^ Second);
        return (long)Mix(state ^ First, Second);
    }

    /// <summary>The two halves of the product, folded: every bit of it depends on every bit of both.</summary>
    private static ulong Mix(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
