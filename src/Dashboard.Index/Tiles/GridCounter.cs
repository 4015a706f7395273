using System.Runtime.InteropServices;
using Dashboard.Domain.Time;

namespace Dashboard.Index.Tiles;

/// <summary>Counts the points of a view and a window by cell and by stretch.</summary>
internal sealed class GridCounter(IndexColumns columns, Asked asked, TimeWindow window, TimeEdges edges, CancellationToken stop)
{
    /// <summary>No picture has more.</summary>
    private const int MostCells = 1 << 24;

    private readonly StretchCuts _cuts = new(columns.Times, edges);
    private readonly RowScan _scan = new(columns.Map.Points, asked.Placed(columns.Map.Points.Placed), asked.IsWholeStrata ? columns.Strata.RowsOf(asked.Strata) : null);
    private readonly uint[] _starts = new uint[edges.Count + 1];
    private readonly uint[]? _weights = asked.IsEverything ? null : Array.ConvertAll(asked.Strata, isAsked => isAsked ? 1U : 0);
    private uint _undated;

    public GridCounts Count(GridView view)
    {
        var world = TileAddress.Side << view.Zoom;
        if (view is not { Zoom: >= 0 and <= TileAddress.DeepestZoom, Width: > 0, Height: > 0 } || view.Width > world || (long)view.Width * view.Height > MostCells)
        {
            throw new ArgumentOutOfRangeException(nameof(view), view, "there is no such view");
        }

        var cells = new uint[view.Width * view.Height];
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
        var stretches = new RowStretches(_cuts, from, to);
        var sink = new GridSink(cells, _starts, stretches);
        var plan = columns.Map.PlanFor(box, asked, from, to, pyramid => new PyramidWindow(pyramid.Bins, _cuts, from, to).RowsBeside);
        switch (plan)
        {
            case Plan.Cells when asked.Rows is null:
                columns.Map.Cells!.Count(box, _weights, from, to, stretches, cells, _starts, stop);
                break;
            case Plan.Cells:
                columns.Map.Cells!.Tell(box, asked.Rows, from, to, ref sink, stop);
                break;
            case Plan.Pyramid:
                CountFromPyramid(columns.Map.Pyramid!, box, from, to, cells);
                break;
            default:
                CountFromRows(box, from, to, cells);
                break;
        }

        _scan.Tell(box, CollectionsMarshal.AsSpan(columns.Times.GoingOnAtStart(window)), ref sink);
        if (window.IsAll)
        {
            var undated = new CellSink(cells);
            _scan.Tell(box, columns.Times.DatedCount, columns.Order.Count, ref undated, stop);
            _undated += undated.Count;
        }
    }

    private void CountFromRows(in CellBox box, int from, int to, uint[] cells)
    {
        for (var stretch = 0; stretch < _cuts.Count; stretch++)
        {
            var (first, end) = _cuts.RowsOf(stretch);
            var sink = new CellSink(cells);
            _scan.Tell(box, Math.Max(first, from), Math.Min(end, to), ref sink, stop);
            _starts[stretch] += sink.Count;
        }
    }

    /// <summary>Cells and stretches fit the pyramid's bins differently: what is beside the bins is looked at once for each.</summary>
    private void CountFromPyramid(Pyramid pyramid, in CellBox box, int from, int to, uint[] cells)
    {
        var fit = new PyramidWindow(pyramid.Bins, _cuts, from, to);
        var bins = new uint[pyramid.Bins.Count];
        new PyramidBox(pyramid, box, fit.Bins).AddTo(pyramid.LayersOf(asked.Strata), cells, bins, stop);
        for (var bin = fit.Bins.From; bin < fit.Bins.To; bin++)
        {
            if (fit.StretchOf(bin) is >= 0 and var stretch)
            {
                _starts[stretch] += bins[bin];
            }
        }

        foreach (var (first, end) in fit.CellSlices)
        {
            var sink = new CellSink(cells);
            _scan.Tell(box, first, end, ref sink, stop);
        }

        foreach (var (stretch, first, end) in fit.StartSlices)
        {
            _starts[stretch] += _scan.Count(box, first, end, stop);
        }
    }
}
