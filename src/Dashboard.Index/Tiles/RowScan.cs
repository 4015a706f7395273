using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dashboard.Index.Tiles;

/// <summary>Is told the points that lie in a box.</summary>
internal interface IPointSink
{
    /// <param name="cell">Row × width + column in the box.</param>
    void Add(int row, uint cell);
}

/// <summary>Looks at every point of some rows, sixteen at a time.</summary>
/// <param name="rows">Those to look at: placed rows, all or some of them.</param>
/// <param name="chosen">Of these the ones to look at; null for all.</param>
internal sealed class RowScan(PointColumns points, Bitmap rows, PackedChoice? chosen = null)
{
    /// <summary>Rows between two looks at whether to stop.</summary>
    private const int Breath = 1 << 18;

    /// <summary>Whether single rows need not be looked up.</summary>
    private readonly bool _isEvery = rows == points.Placed && points.AreAllPlaced;

    public void Tell<TSink>(in CellBox box, int from, int to, ref TSink sink, CancellationToken stop) where TSink : struct, IPointSink
    {
        for (; from < to; from += Breath)
        {
            stop.ThrowIfCancellationRequested();
            TellFirst(box, from, Math.Min(to, from + Breath), ref sink);
            TellFurther(box, from, Math.Min(to, from + Breath), ref sink);
        }
    }

    /// <summary>How many points it would tell.</summary>
    public uint Count(in CellBox box, int from, int to, CancellationToken stop)
    {
        var (bounds, further) = (new BoxBounds(box), new CountSink());
        var count = 0U;
        for (; from < to; from += Breath)
        {
            stop.ThrowIfCancellationRequested();
            var end = Math.Min(to, from + Breath);
            for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < end; word++)
            {
                count += (uint)BitOperations.PopCount(Inside(box, bounds, word, from, end));
            }

            TellFurther(box, from, end, ref further);
        }

        return count + further.Count;
    }

    /// <summary>Adds a weight to the cell of every point; says how many points there are.</summary>
    /// <param name="cells">Row × width + column of the box.</param>
    public uint AddCells(in CellBox box, int from, int to, uint[] cells, uint weight, CancellationToken stop)
    {
        const int Room = 8 * Bitmap.WordBits;
        var bounds = new BoxBounds(box);
        var further = new CellSink(cells, weight);
        Span<uint> found = stackalloc uint[Room + Bitmap.WordBits + Hits.Together];
        var (count, held) = (0U, 0);
        for (; from < to; from += Breath)
        {
            stop.ThrowIfCancellationRequested();
            var end = Math.Min(to, from + Breath);
            for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < end; word++)
            {
                var start = word * Bitmap.WordBits;
                for (var inside = Inside(box, bounds, word, from, end); inside != 0; inside >>= Hits.Together, start += Hits.Together)
                {
                    var hits = (uint)(ushort)inside;
                    Hits.Put(CellsOf(box, bounds, start), hits, found[held..]);
                    held += BitOperations.PopCount(hits);
                }

                if (held >= Room)
                {
                    (count, held) = (count + AddTo(cells, found[..held], weight), 0);
                }
            }

            TellFurther(box, from, end, ref further);
        }

        return count + AddTo(cells, found[..held], weight) + further.Count;
    }

    private static uint AddTo(uint[] cells, ReadOnlySpan<uint> found, uint weight)
    {
        foreach (var cell in found)
        {
            cells[cell] += weight;
        }

        return (uint)found.Length;
    }

    /// <summary>Of single rows, in any order.</summary>
    public void Tell<TSink>(in CellBox box, ReadOnlySpan<int> some, ref TSink sink) where TSink : struct, IPointSink
    {
        var bounds = new BoxBounds(box);
        Span<uint> cells = stackalloc uint[Hits.Together];
        for (var from = 0; from < some.Length; from += Hits.Together)
        {
            var together = some[from..Math.Min(some.Length, from + Hits.Together)];
            var (x, y) = points.First.Sixteen(together, box.Level, cells);
            var inside = bounds.Having(x, y) & (uint)Bitmap.BitsBetween(0, together.Length);
            bounds.CellsOf(x, y).CopyTo(cells);
            for (; inside != 0; inside &= inside - 1)
            {
                var hit = BitOperations.TrailingZeroCount(inside);
                if (IsAsked(together[hit]))
                {
                    sink.Add(together[hit], cells[hit]);
                }
            }
        }

        foreach (var row in points.FurtherRows.Length == 0 ? [] : some)
        {
            TellFurther(box, row, row + 1, ref sink);
        }
    }

    private void TellFirst<TSink>(in CellBox box, int from, int to, ref TSink sink) where TSink : struct, IPointSink
    {
        var bounds = new BoxBounds(box);
        Span<uint> cells = stackalloc uint[Vector512<uint>.Count];
        for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < to; word++)
        {
            var inside = Inside(box, bounds, word, from, to);
            for (var lane = 0; inside != 0; lane += Vector512<uint>.Count, inside >>= Vector512<uint>.Count)
            {
                var hits = (uint)(ushort)inside;
                if (hits == 0)
                {
                    continue;
                }

                var start = (word * Bitmap.WordBits) + lane;
                CellsOf(box, bounds, start).CopyTo(cells);
                for (; hits != 0; hits &= hits - 1)
                {
                    var hit = BitOperations.TrailingZeroCount(hits);
                    sink.Add(start + hit, cells[hit]);
                }
            }
        }
    }

    /// <summary>Which rows of a word are asked for, lie from one up to, not with, another, and have their first point in the box.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Inside(in CellBox box, in BoxBounds bounds, int word, int from, int to)
    {
        var start = word * Bitmap.WordBits;
        var asked = rows.Words[word] & Bitmap.BitsBetween(from - start, to - start);
        if (asked == 0)
        {
            return 0;
        }

        if ((asked & (asked - 1)) == 0)
        {
            // One row alone need not be fetched with its neighbours.
            var row = start + BitOperations.TrailingZeroCount(asked);
            var (x, y) = points.First.At(row, box.Level);
            return box.Contains(x, y) && chosen?.Has(row) != false ? asked : 0;
        }

        var inside = 0UL;
        for (var lane = 0; lane < Bitmap.WordBits; lane += Hits.Together)
        {
            var (x, y) = points.First.Sixteen(start + lane, box.Level);
            inside |= (ulong)bounds.Having(x, y) << lane;
        }

        inside &= asked;
        return inside == 0 || chosen is null ? inside : inside & chosen.Of(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<uint> CellsOf(in CellBox box, in BoxBounds bounds, int start)
    {
        var (x, y) = points.First.Sixteen(start, box.Level);
        return bounds.CellsOf(x, y);
    }

    private void TellFurther<TSink>(in CellBox box, int from, int to, ref TSink sink) where TSink : struct, IPointSink
    {
        var (first, end) = points.FurtherOf(from, to);
        for (var i = first; i < end; i++)
        {
            var (row, (x, y)) = (points.FurtherRows[i], points.Further[i]);
            if (box.Contains(x, y) && IsAsked(row))
            {
                sink.Add(row, box.CellOf(x, y));
            }
        }
    }

    private bool IsAsked(int row) => (_isEvery || rows[row]) && chosen?.Has(row) != false;

    private struct CountSink : IPointSink
    {
        public uint Count { get; private set; }

        public void Add(int row, uint cell) => Count++;
    }
}
