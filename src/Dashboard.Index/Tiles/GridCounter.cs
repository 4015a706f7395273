using System.Runtime.InteropServices;
using Dashboard.Domain.Time;

namespace Dashboard.Index.Tiles;

/// <summary>Counts the points of a view and a window by cell and by stretch.</summary>
internal sealed class GridCounter(IndexColumns columns, Asked asked, TimeWindow window, TimeEdges edges, CancellationToken stop)
{
    /// <summary>No picture has more.</summary>
    private const int MostCells = 1 << 24;

    private readonly StretchCuts _cuts = new(columns.Times, edges);
    private readonly RowScan _scan = new(columns.Map.Points, asked.Placed(columns.Map.Points.Placed), asked.IsOfSomeStrata ? columns.Strata.RowsOf(asked.Strata) : null);
    private readonly uint[] _starts = new uint[edges.Count + 1];
    private uint _undated;
    private PyramidWindow? _fit;

    public GridCounts Count(GridView view)
    {
        var world = TileAddress.Side << view.Zoom;
        if (view is not { Zoom: >= 0 and <= TileAddress.DeepestZoom, Width: > 0, Height: > 0 } || view.Width > world || (long)view.Width * view.Height > MostCells)
        {
            throw new ArgumentOutOfRangeException(nameof(view), view, "there is no such view");
        }

        var cells = CellArrays.Rent(view.Width * view.Height);
        var (top, bottom) = (Math.Clamp(view.Top, 0, world), Math.Clamp((long)view.Top + view.Height, 0, world));
        var left = ((view.Left % world) + world) % world;
        var untilEdge = Math.Min(view.Width, world - left);
        if (bottom > top)
        {
            CountPart(new CellBox(view.Zoom + CellBox.TileBits, (uint)left, (uint)top, (uint)untilEdge, (uint)(bottom - top)), 0);
            if (untilEdge < view.Width)
            {
                CountPart(new CellBox(view.Zoom + CellBox.TileBits, 0, (uint)top, (uint)(view.Width - untilEdge), (uint)(bottom - top)), untilEdge);
            }
        }

        return new GridCounts { View = view, Cells = cells, Edges = edges, Starts = _starts, Undated = _undated };

        void CountPart(CellBox box, int column)
        {
            if (box.Count == cells.Length)
            {
                CountBox(box, cells);
                return;
            }

            var part = new uint[box.Count];
            CountBox(box, part);
            for (var row = 0; row < box.Height; row++)
            {
                part.AsSpan(row * (int)box.Width, (int)box.Width).CopyTo(cells.AsSpan(((top - view.Top + row) * view.Width) + column));
            }
        }
    }

    private void CountBox(in CellBox box, uint[] cells)
    {
        var (from, to) = columns.Times.RowsIn(window);
        var around = columns.Map.Around(box);
        switch (columns.Map.PlanFor(box, around, asked, from, to, Beside))
        {
            case Plan.Cells:
                CountFromCells(columns.Map.Cells!, box, around, from, to, cells);
                break;
            case Plan.Pyramid:
                CountFromPyramid(columns.Map.Pyramid!, box, from, to, cells);
                break;
            default:
                CountFromRows(box, from, to, cells);
                break;
        }

        var goingOn = new GridSink(cells, _starts, new RowStretches(_cuts, from, from));
        _scan.Tell(box, CollectionsMarshal.AsSpan(columns.Times.GoingOnAtStart(window)), ref goingOn);
        if (window.IsAll)
        {
            _undated += _scan.AddCells(box, columns.Times.DatedCount, columns.Order.Count, cells, 1, stop);
        }
    }

    private (long ForCells, long ForStarts) Beside(Pyramid pyramid, int from, int to)
    {
        var (first, last) = (pyramid.Milestones.RowAt(pyramid.Milestones.Nearest(from)), pyramid.Milestones.RowAt(pyramid.Milestones.Nearest(to)));
        return (first < last ? Math.Abs(first - from) + Math.Abs(last - to) : to - from, Fit(pyramid, from, to).RowsBeside);
    }

    /// <summary>The window is the same for all boxes.</summary>
    private PyramidWindow Fit(Pyramid pyramid, int from, int to) => _fit ??= new PyramidWindow(pyramid.Bins, _cuts, from, to);

    private void CountFromRows(in CellBox box, int from, int to, uint[] cells)
    {
        for (var stretch = 0; stretch < _cuts.Count; stretch++)
        {
            var (first, end) = _cuts.RowsOf(stretch);
            _starts[stretch] += _scan.AddCells(box, Math.Max(first, from), Math.Min(end, to), cells, 1, stop);
        }
    }

    /// <summary>Cells one after the other; starts with them, or by the squares that are in the pyramid, where few rows do not fit its bins.</summary>
    private void CountFromCells(PointCells points, in CellBox box, Around around, int from, int to, uint[] cells)
    {
        var chosen = asked.IsOfSomeStrata ? points.PointsOf(asked.Strata) : null;
        var counter = new PointCellCounter(points, box, chosen, asked.Rows, from, to, stop);
        if (asked.Rows is null && columns.Map.Pyramid is { } pyramid && columns.Map.AreStartsInPyramid(around, from, to, Beside(pyramid, from, to).ForStarts))
        {
            counter.CountCells(cells);
            CountStarts(pyramid, new PyramidBox(pyramid, box), box, from, to);
        }
        else
        {
            counter.Count(new RowStretches(_cuts, from, to), cells, _starts);
        }
    }

    /// <summary>Cells from the milestones that are nearest to the window, and from the rows between.</summary>
    private void CountFromPyramid(Pyramid pyramid, in CellBox box, int from, int to, uint[] cells)
    {
        var (first, last, whole) = (pyramid.Milestones.Nearest(from), pyramid.Milestones.Nearest(to), new PyramidBox(pyramid, box));
        if (first < last)
        {
            whole.AddCells(pyramid.LayersOf(asked.Strata), first, last, cells, stop);
            AddCells(box, from, pyramid.Milestones.RowAt(first), cells);
            AddCells(box, pyramid.Milestones.RowAt(last), to, cells);
        }
        else
        {
            AddCells(box, from, to, cells);
        }

        CountStarts(pyramid, whole, box, from, to);
    }

    /// <summary>Adds the rows from one up to another; takes them away where the other comes before.</summary>
    private void AddCells(in CellBox box, int from, int to, uint[] cells)
    {
        _scan.AddCells(box, Math.Min(from, to), Math.Max(from, to), cells, from < to ? 1U : uint.MaxValue, stop);
    }

    /// <summary>Stretches that are whole bins from the pyramid, and from the cells where its squares lie across a side; the others row by row.</summary>
    private void CountStarts(Pyramid pyramid, PyramidBox whole, in CellBox box, int from, int to)
    {
        var (fit, bins) = (Fit(pyramid, from, to), new uint[pyramid.Bins.Count]);
        whole.AddStarts(pyramid.LayersOf(asked.Strata), fit.Bins, bins, stop);
        if (box.Level > Pyramid.Finest && columns.Map.Cells is { } points)
        {
            var (first, end) = (pyramid.Bins.FirstRow(fit.Bins.From), pyramid.Bins.FirstRow(fit.Bins.To));
            new PointCellCounter(points, box, asked.IsOfSomeStrata ? points.PointsOf(asked.Strata) : null, null, first, end, stop)
                .CountStartsAcross(Pyramid.Finest, new RowStretches(pyramid.Bins.Cuts, first, end), bins);
        }

        for (var bin = fit.Bins.From; bin < fit.Bins.To; bin++)
        {
            if (fit.StretchOf(bin) is >= 0 and var stretch)
            {
                _starts[stretch] += bins[bin];
            }
        }

        foreach (var (stretch, first, end) in fit.StartSlices)
        {
            _starts[stretch] += _scan.Count(box, first, end, stop);
        }
    }
}
