using Dashboard.Domain.Time;

namespace Dashboard.Index.Tiles;

/// <summary>The whole world in one tile that is short enough to be sent ahead.</summary>
internal sealed class Overview(IndexColumns columns, Asked asked, TileGroup by, CancellationToken stop)
{
    private const int MostCells = 4_000;
    /// <summary>Each takes about a byte on its way.</summary>
    private const int MostEntries = 180_000;

    private const int FewStretches = 64;
    private const int NarrowestSide = 64;

    /// <summary>
    /// The finest cells of which few are occupied; then stretches as long as it takes, and cells as wide as it takes once
    /// the stretches are few.
    /// </summary>
    /// <param name="extent">Where the incidents lie.</param>
    public TimeTile Around(TimeWindow? extent)
    {
        var level = OverviewLevel.Of(columns, asked, MostCells, stop);
        var tile = new TileCounter(columns, asked, by, stop).Points(CellBox.World(level), TimeEdges.Around(extent));
        while (tile.Series.Length + tile.Late.Length > MostEntries)
        {
            stop.ThrowIfCancellationRequested();
            if (tile.Side > NarrowestSide && tile.Edges.Count <= FewStretches)
            {
                tile = CoarserTile.Of(tile, tile.Edges, tile.Side / 2);
            }
            else if (tile.Edges.Coarser() is { } coarser)
            {
                tile = CoarserTile.Of(tile, coarser, tile.Side);
            }
            else
            {
                break;
            }
        }

        return tile;
    }
}
