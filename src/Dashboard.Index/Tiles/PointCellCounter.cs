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

    private const int CellsTogether = 256;

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
        Span<uint> counts = stackalloc uint[CellsTogether];
        foreach (var run in points.RunsIn(box, box.Level))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = run.First; cell < run.End; cell += CellsTogether)
            {
                var some = counts[..Math.Min(CellsTogether, run.End - cell)];
                marks.Count(cell, some);
                for (var i = 0; i < some.Length; i++)
                {
                    // Nothing is added where there is nothing: whether there is cannot be foreseen.
                    cells[points.PlaceOf(cell + i, box)] += some[i];
                }
            }
        }
    }

    private void Count(int level, bool isInsideToo, uint[]? cells, RowStretches? stretches, uint[]? starts)
    {
        var marks = new PointMarks(points, chosen, fromRow, toRow);
        Span<uint> places = stackalloc uint[Room + Hits.Together];
        Span<uint> found = stackalloc uint[Room + Hits.Together];
        Span<uint> one = stackalloc uint[1];
        var held = 0;
        foreach (var run in points.RunsIn(box, level))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = isInsideToo || !run.IsInside ? run.First : run.End; cell < run.End; cell++)
            {
                if (rows is null && stretches is null && points.IsWithinOne(cell, box.Level))
                {
                    if (points.PlaceOf(cell, box) is var place && place < box.Count)
                    {
                        marks.Count(cell, one);
                        cells![place] += one[0];
                    }

                    continue;
                }

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
        var column = ((Vector512.Create(corner.X) | Widened(points.X, first)) >>> _shift) - Vector512.Create(box.Left);
        var row = ((Vector512.Create(corner.Y) | Widened(points.Y, first)) >>> _shift) - Vector512.Create(box.Top);
        hits &= (uint)(Vector512.LessThan(column, Vector512.Create(box.Width)) & Vector512.LessThan(row, Vector512.Create(box.Height))).ExtractMostSignificantBits();
        Hits.Put((row * box.Width) + column, hits, places);
        Hits.Put(points.Rows.Sixteen(first), hits, found);
        return BitOperations.PopCount(hits);
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
