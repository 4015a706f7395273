using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dashboard.Index.Tiles;

/// <summary>
/// Counts the points of a box whose rows lie from one up to, not with, another: those of a cell together, where the box's
/// cells are no finer, else sixteen at a time.
/// </summary>
/// <param name="chosen">Which points to count; null for all.</param>
/// <param name="rows">The rows whose points to count; null for all.</param>
internal sealed class PointCellCounter(PointCells points, CellBox box, PackedChoice? chosen, Bitmap? rows, int fromRow, int toRow, CancellationToken stop)
{
    /// <summary>So many are found before they are counted.</summary>
    private const int Room = 512;

    private readonly int _shift = PointCells.Level + PointCells.BitsInCell - box.Level;

    /// <summary>By cell of the box.</summary>
    public void CountCells(uint[] cells)
    {
        if (box.Level <= PointCells.Level && rows is null)
        {
            CountWhole(cells);
        }
        else
        {
            Count(PointCells.Level, isInsideToo: true, cells, null, null);
        }
    }

    /// <summary>By the stretch of their row, but only where the squares of a level lie across a side of the box.</summary>
    public void CountStartsAcross(int level, RowStretches stretches, uint[] starts) => Count(level, isInsideToo: false, null, stretches, starts);

    /// <summary>Both by cell of the box and by the stretch of their row.</summary>
    public void Count(RowStretches stretches, uint[] cells, uint[] starts) => Count(PointCells.Level, isInsideToo: true, cells, stretches, starts);

    /// <summary>Every cell of the points lies in one of the box.</summary>
    private void CountWhole(uint[] cells)
    {
        var marks = new PointMarks(points, chosen, fromRow, toRow);
        foreach (var run in points.RunsIn(box, box.Level))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = run.First; cell < run.End; cell++)
            {
                // Nothing is added where there is nothing: whether there is cannot be foreseen.
                cells[points.PlaceOf(cell, box)] += marks.CountIn(cell);
            }
        }
    }

    private void Count(int level, bool isInsideToo, uint[]? cells, RowStretches? stretches, uint[]? starts)
    {
        var marks = new PointMarks(points, chosen, fromRow, toRow);
        Span<uint> places = stackalloc uint[Room + Hits.Together];
        Span<uint> found = stackalloc uint[Room + Hits.Together];
        var held = 0;
        foreach (var run in points.RunsIn(box, level))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = isInsideToo || !run.IsInside ? run.First : run.End; cell < run.End; cell++)
            {
                var (from, to) = marks.Around(cell);
                for (var (i, corner) = (from, points.Corner(cell)); i < to; i += Hits.Together)
                {
                    var hits = marks.Sixteen(i) & (uint)Bitmap.BitsBetween(0, to - i);
                    held += hits == 0 ? 0 : Find(corner, i, hits, places[held..], found[held..]);
                    if (held >= Room)
                    {
                        Add(places[..held], found[..held], cells, stretches, starts);
                        held = 0;
                    }
                }
            }
        }

        Add(places[..held], found[..held], cells, stretches, starts);
    }

    /// <summary>Those of sixteen points that lie in the box.</summary>
    /// <param name="hits">Which to look at.</param>
    private int Find((uint X, uint Y) corner, int first, uint hits, Span<uint> places, Span<uint> found)
    {
        if (first + Hits.Together > points.Rows.Length)
        {
            return FindLast(corner, first, hits, places, found);
        }

        var column = ((Vector512.Create(corner.X) | Widened(points.X, first)) >>> _shift) - Vector512.Create(box.Left);
        var row = ((Vector512.Create(corner.Y) | Widened(points.Y, first)) >>> _shift) - Vector512.Create(box.Top);
        hits &= (uint)(Vector512.LessThan(column, Vector512.Create(box.Width)) & Vector512.LessThan(row, Vector512.Create(box.Height))).ExtractMostSignificantBits();
        Hits.Put((row * box.Width) + column, hits, places);
        Hits.Put(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<int, uint>(points.Rows)), (nuint)first), hits, found);
        return BitOperations.PopCount(hits);
    }

    private int FindLast((uint X, uint Y) corner, int first, uint hits, Span<uint> places, Span<uint> found)
    {
        var held = 0;
        for (; hits != 0; hits &= hits - 1)
        {
            var i = first + BitOperations.TrailingZeroCount(hits);
            var (column, row) = (((corner.X | points.X[i]) >> _shift) - box.Left, ((corner.Y | points.Y[i]) >> _shift) - box.Top);
            if (column < box.Width && row < box.Height)
            {
                (places[held], found[held]) = ((row * box.Width) + column, (uint)points.Rows[i]);
                held++;
            }
        }

        return held;
    }

    private void Add(ReadOnlySpan<uint> places, ReadOnlySpan<uint> found, uint[]? cells, RowStretches? stretches, uint[]? starts)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var row = (int)found[i];
            if (rows?[row] == false)
            {
                continue;
            }

            if (cells is not null)
            {
                cells[places[i]]++;
            }

            if (starts is not null)
            {
                starts[stretches!.Of(row)]++;
            }
        }
    }

    private static Vector512<uint> Widened(ReadOnlySpan<ushort> coordinates, int first)
    {
        var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(coordinates), (nuint)first));
        return Vector512.Create(lower, upper);
    }
}
