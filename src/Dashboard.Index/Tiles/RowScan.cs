using System.Numerics;
using System.Runtime.InteropServices;
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
internal sealed class RowScan(PointColumns points, Bitmap rows)
{
    /// <summary>Rows between two looks at whether to stop.</summary>
    private const int Breath = 1 << 18;

    public void Tell<TSink>(in CellBox box, int from, int to, ref TSink sink, CancellationToken stop) where TSink : struct, IPointSink
    {
        for (; from < to; from += Breath)
        {
            stop.ThrowIfCancellationRequested();
            TellFirst(box, from, Math.Min(to, from + Breath), ref sink);
            TellFurther(box, from, Math.Min(to, from + Breath), ref sink);
        }
    }

    private void TellFirst<TSink>(in CellBox box, int from, int to, ref TSink sink) where TSink : struct, IPointSink
    {
        var (left, top, spanX, spanY) = (Vector512.Create(box.MinX), Vector512.Create(box.MinY), Vector512.Create(box.SpanX), Vector512.Create(box.SpanY));
        var (width, shift) = (Vector512.Create(box.Width), box.Shift);
        var words = rows.Words;
        ref var firstX = ref MemoryMarshal.GetArrayDataReference(points.First.X);
        ref var firstY = ref MemoryMarshal.GetArrayDataReference(points.First.Y);
        Span<uint> cells = stackalloc uint[Vector512<uint>.Count];
        for (var word = from / Bitmap.WordBits; word * Bitmap.WordBits < to; word++)
        {
            var start = word * Bitmap.WordBits;
            var bits = words[word] & Bitmap.BitsBetween(from - start, to - start);
            for (var lane = 0; bits != 0 && lane < Bitmap.WordBits; lane += Vector512<uint>.Count)
            {
                if ((ushort)(bits >> lane) == 0)
                {
                    continue;
                }

                var x = Vector512.LoadUnsafe(ref firstX, (nuint)(start + lane)) - left;
                var y = Vector512.LoadUnsafe(ref firstY, (nuint)(start + lane)) - top;
                var inside = Vector512.LessThanOrEqual(x, spanX) & Vector512.LessThanOrEqual(y, spanY);
                var hits = (uint)inside.ExtractMostSignificantBits() & (ushort)(bits >> lane);
                if (hits == 0)
                {
                    continue;
                }

                (((y >>> shift) * width) + (x >>> shift)).CopyTo(cells);
                for (; hits != 0; hits &= hits - 1)
                {
                    var hit = BitOperations.TrailingZeroCount(hits);
                    sink.Add(start + lane + hit, cells[hit]);
                }
            }
        }
    }

    private void TellFurther<TSink>(in CellBox box, int from, int to, ref TSink sink) where TSink : struct, IPointSink
    {
        var (first, end) = points.FurtherOf(from, to);
        for (var i = first; i < end; i++)
        {
            TellOne(box, points.FurtherRows[i], points.Further, i, ref sink);
        }
    }

    /// <summary>Of single rows, in any order.</summary>
    public void Tell<TSink>(in CellBox box, IReadOnlyList<int> some, ref TSink sink) where TSink : struct, IPointSink
    {
        foreach (var row in some)
        {
            TellOne(box, row, points.First, row, ref sink);
            TellFurther(box, row, row + 1, ref sink);
        }
    }

    private void TellOne<TSink>(in CellBox box, int row, PointList list, int i, ref TSink sink) where TSink : struct, IPointSink
    {
        if (rows[row] && box.Contains(list.X[i], list.Y[i]))
        {
            sink.Add(row, box.CellOf(list.X[i], list.Y[i]));
        }
    }
}
