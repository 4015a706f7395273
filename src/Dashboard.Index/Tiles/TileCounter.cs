namespace Dashboard.Index.Tiles;

/// <summary>Counts selected rows, or their points, into time-tiles.</summary>
/// <param name="rows">The rows to count.</param>
internal sealed class TileCounter(IndexColumns columns, Bitmap rows, StratumGroups groups, CancellationToken stop)
{
    private const int CellsOfOverview = 4000;
    private const int EntriesOfOverview = 60_000;
    private const int FinestOverview = 12;
    private const int CoarsestOverview = 6;

    public TimeTile Tile(TileAddress tile, TimeEdges edges)
    {
        if (!tile.Exists)
        {
            throw new ArgumentOutOfRangeException(nameof(tile), tile, "there is no such tile");
        }

        return Points(new CellGrid(tile), edges);
    }

    public TimeTile Times(TimeEdges edges) => Count(rows.Rows().Select(row => (row, Cell: 0U)), edges, side: 1);

    /// <summary>The finest cells of which few are occupied, then as long stretches as it takes to be short.</summary>
    public TimeTile Overview(TimeEdges edges)
    {
        var level = FinestOverview;
        while (level > CoarsestOverview && Occupied(level) > CellsOfOverview)
        {
            level--;
        }

        var tile = Points(CellGrid.World(level), edges);
        while (tile.Series.Length + tile.Late.Length > EntriesOfOverview && edges.Coarser() is { } coarser)
        {
            edges = coarser;
            tile = Points(CellGrid.World(level), edges);
        }

        return tile;
    }

    private int Occupied(int level)
    {
        var cells = new HashSet<uint>();
        foreach (var (_, cell) in PointsIn(CellGrid.World(level)))
        {
            cells.Add(cell);
        }

        return cells.Count;
    }

    private TimeTile Points(CellGrid grid, TimeEdges edges) => Count(PointsIn(grid).OrderBy(point => point.Row), edges, grid.Side);

    private IEnumerable<(int Row, uint Cell)> PointsIn(CellGrid grid)
    {
        for (var i = 0; i < columns.Points.Rows.Length; i++)
        {
            var row = columns.Points.Rows[i];
            if (rows[row] && grid.CellOf(columns.Points.World[i]) is { } cell)
            {
                yield return (row, cell);
            }
        }
    }

    /// <param name="found">By row; a row that is counted several times is there several times.</param>
    private TimeTile Count(IEnumerable<(int Row, uint Cell)> found, TimeEdges edges, int side)
    {
        var (times, builder, stretch) = (columns.Times, new TimeTileBuilder(edges, side, groups.Keys), 0);
        foreach (var (row, cell) in found)
        {
            stop.ThrowIfCancellationRequested();
            var group = groups.Of(columns.Strata.Of(row));
            if (row >= times.DatedCount)
            {
                builder.AddUndated(group);
                continue;
            }

            for (var start = edges.StretchOf(times.StartOf(row)); stretch < start; stretch++)
            {
                builder.EndStretch();
            }

            builder.Add(cell, group, edges.EndEdgeOf(times.StartOf(row), times.SpanEndOf(row)));
        }

        for (; stretch <= edges.Count; stretch++)
        {
            builder.EndStretch();
        }

        return builder.Build(isOneCell: side == 1);
    }
}

/// <summary>A square of cells in the world of the map.</summary>
/// <param name="Level">The whole world is 2^level cells wide at the size of these.</param>
/// <param name="Left">The first column, counted from the west of the world.</param>
/// <param name="Top">The first row, counted from its north.</param>
internal readonly record struct CellGrid(int Level, uint Left, uint Top, int Side)
{
    private const int TileBits = 7;

    public CellGrid(TileAddress tile)
        : this(tile.Zoom + TileBits, (uint)tile.X << TileBits, (uint)tile.Y << TileBits, TileAddress.Side)
    {
    }

    public static CellGrid World(int level) => new(level, 0, 0, 1 << level);

    /// <summary>Row × side + column of the cell that holds the point; null when none does.</summary>
    public uint? CellOf(WorldPoint point)
    {
        var (column, row) = ((point.X >> (WorldPoint.Bits - Level)) - Left, (point.Y >> (WorldPoint.Bits - Level)) - Top);
        return column < (uint)Side && row < (uint)Side ? (row * (uint)Side) + column : null;
    }
}
