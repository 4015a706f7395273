namespace Dashboard.Index.Tiles;

/// <summary>Counts the points of a box whose rows lie from one up to, not with, another: those of a cell together, where the box's cells are no finer.</summary>
/// <param name="chosen">Which points to count; null for all.</param>
internal sealed class PointCellCounter(PointCells points, CellBox box, PackedChoice? chosen, int fromRow, int toRow, CancellationToken stop)
{
    private const uint Outside = uint.MaxValue;

    private readonly int _shift = PointCells.Level + PointCells.BitsInCell - box.Level;

    /// <summary>By cell of the box.</summary>
    public void CountCells(uint[] cells)
    {
        if (box.Level <= PointCells.Level)
        {
            CountWhole(cells);
            return;
        }

        ForEachCell(PointCells.Level, isInsideToo: true, (left, top, from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                if (PlaceOf(left | points.X[i], top | points.Y[i]) is var place && place < (uint)cells.Length)
                {
                    cells[place] += Weight(i);
                }
            }
        });
    }

    /// <summary>By the stretch of their row, but only where the squares of a level lie across a side of the box.</summary>
    public void CountStartsAcross(int level, RowStretches stretches, uint[] starts) => ForEachCell(level, isInsideToo: false, (left, top, from, to) =>
    {
        for (var i = from; i < to; i++)
        {
            if (PlaceOf(left | points.X[i], top | points.Y[i]) != Outside)
            {
                starts[stretches.Of(points.Rows[i])] += Weight(i);
            }
        }
    });

    /// <summary>Both by cell of the box and by the stretch of their row.</summary>
    public void Count(RowStretches stretches, uint[] cells, uint[] starts) => ForEachCell(PointCells.Level, isInsideToo: true, (left, top, from, to) =>
    {
        for (var i = from; i < to; i++)
        {
            if (PlaceOf(left | points.X[i], top | points.Y[i]) is var place && place < (uint)cells.Length)
            {
                var weight = Weight(i);
                cells[place] += weight;
                starts[stretches.Of(points.Rows[i])] += weight;
            }
        }
    });

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

    /// <summary>Tells where each cell lies that may have a point in the box, and which of its points have such rows.</summary>
    private void ForEachCell(int level, bool isInsideToo, Action<uint, uint, int, int> tell)
    {
        foreach (var run in points.RunsIn(box, level))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = isInsideToo || !run.IsInside ? run.First : run.End; cell < run.End; cell++)
            {
                var (left, top) = points.Corner(cell);
                if (run.IsInside || box.Level > PointCells.Level || PlaceOf(left, top) != Outside)
                {
                    var (from, to) = points.Between(cell, fromRow, toRow);
                    if (from < to)
                    {
                        tell(left, top, from, to);
                    }
                }
            }
        }
    }

    private uint Weight(int point) => chosen is null ? 1 : (uint)chosen.Bit(point);

    /// <summary>Row × width + column in the box; <see cref="Outside"/> where there is none.</summary>
    private uint PlaceOf(uint x, uint y)
    {
        var (column, row) = ((x >> _shift) - box.Left, (y >> _shift) - box.Top);
        return column < box.Width && row < box.Height ? (row * box.Width) + column : Outside;
    }
}
