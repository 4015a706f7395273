using System.Numerics;

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

    /// <summary>So many points are marked before cells are counted; those of a cell of more are searched for.</summary>
    private const int Together = 1_024;

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
        var (word, shift) = (from / Bitmap.WordBits, from % Bitmap.WordBits);
        var bits = Bits(word) >> shift;
        return (ushort)(shift > Bitmap.WordBits - Hits.Together && (word + 1) * Bitmap.WordBits < points.Rows.Count ? bits | (Bits(word + 1) << (Bitmap.WordBits - shift)) : bits);
    }

    /// <summary>How many points of each of some cells are counted.</summary>
    /// <param name="first">The first of them, which follow each other.</param>
    /// <param name="counts">As long as they are many.</param>
    public readonly void Count(int first, Span<uint> counts)
    {
        var offsets = points.Offsets.Slice(first, counts.Length + 1);
        if (_isAnyRow && chosen is null)
        {
            for (var cell = 0; cell < counts.Length; cell++)
            {
                counts[cell] = (uint)(offsets[cell + 1] - offsets[cell]);
            }

            return;
        }

        Span<ulong> bits = stackalloc ulong[(Together / Bitmap.WordBits) + 2];
        Span<uint> before = stackalloc uint[bits.Length];
        for (int cell = 0, end; cell < counts.Length; cell = end)
        {
            for (end = cell; end < counts.Length && offsets[end + 1] - offsets[cell] <= Together; end++)
            {
            }

            if (end == cell)
            {
                counts[end++] = CountLong(first + cell);
            }
            else
            {
                CountShort(offsets[cell..(end + 1)], counts[cell..end], bits, before);
            }
        }
    }

    private readonly uint CountLong(int cell)
    {
        var (from, to) = points.Between(cell, fromRow, toRow);
        return (uint)(chosen is null || from == to ? to - from : points.Count(chosen, from, to));
    }

    /// <summary>What is counted up to where a cell begins, less what is up to where it ends: no branch waits for how many that are.</summary>
    /// <param name="bits">Room for those of all their words, and one word more.</param>
    /// <param name="before">Room for as many.</param>
    private readonly void CountShort(ReadOnlySpan<int> offsets, Span<uint> counts, Span<ulong> bits, Span<uint> before)
    {
        var (firstWord, words, sum) = (offsets[0] / Bitmap.WordBits, ((offsets[^1] - 1) / Bitmap.WordBits) - (offsets[0] / Bitmap.WordBits) + 1, 0U);
        for (var word = 0; word < words; word++)
        {
            (bits[word], before[word]) = (Of(firstWord + word), sum);
            sum += (uint)BitOperations.PopCount(bits[word]);
        }

        (bits[words], before[words]) = (0, sum);
        var (start, last) = (firstWord * Bitmap.WordBits, 0U);
        for (var cell = -1; cell < counts.Length; cell++)
        {
            var at = offsets[cell + 1] - start;
            var upTo = before[at / Bitmap.WordBits] + (uint)BitOperations.PopCount(bits[at / Bitmap.WordBits] & ((1UL << at) - 1));
            if (cell >= 0)
            {
                counts[cell] = upTo - last;
            }

            last = upTo;
        }
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
        var bits = _isAnyRow ? ulong.MaxValue : points.Rows.Between(word, fromRow, toRow);
        return chosen is null || bits == 0 ? bits : bits & chosen.Of(word);
    }
}
