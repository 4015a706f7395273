using Dashboard.Domain.Time;

namespace Dashboard.Index.Tiles;

/// <summary>The whole world in one tile that is short enough to be sent ahead.</summary>
internal sealed class Overview(IndexColumns columns, Asked asked, TileGroup by, CancellationToken stop)
{
    private const int MostCells = 4_000;
    private const int MostEntries = 100_000;
    private const int FewStretches = 48;
    private const int Coarsest = 6;

    /// <summary>
    /// The finest cells of which few are occupied; then stretches as long as it takes, and cells as wide as it takes once
    /// the stretches are few.
    /// </summary>
    /// <param name="extent">Where the incidents lie.</param>
    public TimeTile Around(TimeWindow? extent)
    {
        var (level, edges) = (OverviewLevel.Of(columns, asked, MostCells, stop), TimeEdges.Around(extent));
        var counter = new TileCounter(columns, asked, by, stop);
        var tile = counter.Points(CellBox.World(level), edges);
        while (tile.Series.Length + tile.Late.Length > MostEntries)
        {
            if (level > Coarsest && edges.Count <= FewStretches)
            {
                level--;
            }
            else if (edges.Coarser() is { } coarser)
            {
                edges = coarser;
            }
            else
            {
                break;
            }

            tile = counter.Points(CellBox.World(level), edges);
        }

        return tile;
    }
}
