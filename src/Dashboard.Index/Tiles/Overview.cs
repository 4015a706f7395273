using System.Numerics;
using Dashboard.Domain.Time;

namespace Dashboard.Index.Tiles;

/// <summary>The whole world in one tile that is short enough to be sent ahead.</summary>
internal sealed class Overview(IndexColumns columns, Asked asked, TileGroup by, CancellationToken stop)
{
    private const int MostCells = 4_000;
    private const int FewStretches = 64;
    private const int NarrowestSide = 64;

    /// <summary>Each takes about a byte on its way.</summary>
    public int MostEntries { get; init; } = 180_000;

    /// <summary>
    /// The finest cells of which few are occupied; then stretches as long as it takes, and cells as wide as it takes once
    /// the stretches are few.
    /// </summary>
    /// <param name="extent">Where the incidents lie.</param>
    public TimeTile Around(TimeWindow? extent)
    {
        var counter = new TileCounter(columns, asked, by, stop);
        var (side, edges) = (1 << OverviewLevel.Of(columns, asked, MostCells, stop), TimeEdges.Around(extent));
        while (counter.HasMoreStarts(World(side), edges, MostEntries) && Coarser(side, edges) is var (coarserSide, coarserEdges))
        {
            (side, edges) = (coarserSide, coarserEdges);
        }

        var tile = counter.Points(World(side), edges);
        while (tile.Series.Length + tile.Late.Length > MostEntries && Coarser(tile.Side, tile.Edges) is var (newSide, newEdges))
        {
            stop.ThrowIfCancellationRequested();
            tile = CoarserTile.Of(tile, newEdges, newSide);
        }

        return tile;
    }

    /// <summary>Null when there is nothing coarser.</summary>
    private static (int Side, TimeEdges Edges)? Coarser(int side, TimeEdges edges) =>
        side > NarrowestSide && edges.Count <= FewStretches ? (side / 2, edges)
        : edges.Coarser() is { } coarser ? (side, coarser) : null;

    private static CellBox World(int side) => CellBox.World(BitOperations.Log2((uint)side));
}
