using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dashboard.Index.Tiles;

/// <summary>
/// Counts, cell after cell, the points whose rows lie from one up to, not with, another, and that are chosen. Cells of few
/// points are most of them: 64 points are looked at together, whatever cells they are of, and no branch waits for one.
/// </summary>
/// <param name="chosen">Which points to count; null for all.</param>
internal struct PointMarks(PointCells points, PackedChoice? chosen, int fromRow, int toRow)
{
    /// <summary>In a cell of more points the first and the last are searched for.</summary>
    private const int Many = 512;

    private readonly bool _isAnyRow = fromRow <= 0 && toRow >= points.RowCount;

    /// <summary>The word of which the bits are known.</summary>
    private int _word = -1;
    private ulong _bits;

    /// <summary>Those of a cell among which all are that are counted: all of a cell of few.</summary>
    public readonly (int From, int To) Around(int cell) =>
        points.PointsOf(cell) is var (from, to) && to - from > Many ? points.Between(cell, fromRow, toRow) : (from, to);

    /// <summary>Which of sixteen points are counted, the first lowest.</summary>
    public uint Sixteen(int from)
    {
        const int Together = Hits.Together;
        var (word, shift) = (from / Bitmap.WordBits, from % Bitmap.WordBits);
        var bits = Bits(word) >> shift;
        return (ushort)(shift > Bitmap.WordBits - Together && (word + 1) * Bitmap.WordBits < points.Rows.Length ? bits | (Bits(word + 1) << (Bitmap.WordBits - shift)) : bits);
    }

    /// <summary>How many points of the cell are counted; quickest where cells are asked about in their order.</summary>
    public uint CountIn(int cell)
    {
        var (from, to) = points.PointsOf(cell);
        if (_isAnyRow && chosen is null)
        {
            return (uint)(to - from);
        }

        return to - from > Many ? CountLong(cell) : CountShort(from, to);
    }

    private readonly uint CountLong(int cell)
    {
        var (from, to) = points.Between(cell, fromRow, toRow);
        return (uint)(chosen is null || from == to ? to - from : chosen.Count(from, to));
    }

    private uint CountShort(int from, int to)
    {
        var count = 0;
        for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < to; word++)
        {
            count += BitOperations.PopCount(Bits(word) & Bitmap.BitsBetween(from - (word * Bitmap.WordBits), to - (word * Bitmap.WordBits)));
        }

        return (uint)count;
    }

    private ulong Bits(int word)
    {
        if (word != _word)
        {
            (_word, _bits) = (word, Of(word));
        }

        return _bits;
    }

    /// <summary>Which of 64 points are counted, the first lowest.</summary>
    private readonly ulong Of(int word)
    {
        var bits = _isAnyRow ? ulong.MaxValue : WithRows(word);
        return chosen is null || bits == 0 ? bits : bits & chosen.Of(word);
    }

    private readonly ulong WithRows(int word)
    {
        var rows = points.Rows;
        var (first, bits) = (word * Bitmap.WordBits, 0UL);
        if (first + Bitmap.WordBits > rows.Length)
        {
            for (var i = first; i < rows.Length; i++)
            {
                bits |= (rows[i] >= fromRow & rows[i] < toRow ? 1UL : 0) << (i - first);
            }

            return bits;
        }

        var (from, span) = (Vector512.Create((uint)fromRow), Vector512.Create((uint)(toRow - fromRow)));
        ref var row = ref Unsafe.As<int, uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), first));
        for (var lane = 0; lane < Bitmap.WordBits; lane += Vector512<uint>.Count)
        {
            bits |= Vector512.LessThan(Vector512.LoadUnsafe(ref row, (nuint)lane) - from, span).ExtractMostSignificantBits() << lane;
        }

        return bits;
    }
}
