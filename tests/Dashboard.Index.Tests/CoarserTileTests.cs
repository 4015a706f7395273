using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class CoarserTileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_coarser_tile_is_what_counting_with_fewer_edges_gives(int seed)
    {
        var (many, monday, stop) = (new ManyFacts(seed), new DateTimeOffset(2020, 1, 6, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
        var (index, world) = (many.Index(Plan.Scan), new TileAddress(0, 0, 0));
        var query = IncidentQuery.All with { Leads = LeadView.Shown };
        var tile = index.Tile(query, null, world, TimeEdges.FromSpan(monday, monday.AddDays(7 * 80), TimeSpan.FromDays(7)), TileGroup.Kind, stop);

        var coarser = CoarserTile.Of(tile, tile.Edges.Coarser()!, TileAddress.Side);

        var counted = index.Tile(query, null, world, tile.Edges.Coarser()!, TileGroup.Kind, stop);
        Assert.Equal(counted.Groups, coarser.Groups);
        Assert.Equal(counted.Undated, coarser.Undated);
        Assert.Equal(counted.Cells, coarser.Cells);
        Assert.Equal(counted.Offsets, coarser.Offsets);
        Assert.Equal(counted.Series, coarser.Series);
        Assert.Equal(counted.Counts, coarser.Counts);
        Assert.Equal(counted.Late, coarser.Late);
    }

    [Fact]
    public void Four_cells_become_one()
    {
        var (many, monday) = (new ManyFacts(4), new DateTimeOffset(2020, 1, 6, 0, 0, 0, TimeSpan.Zero));
        var edges = TimeEdges.FromSpan(monday, monday.AddDays(7 * 20), TimeSpan.FromDays(7));
        var tile = many.Index(Plan.Scan).Tile(IncidentQuery.All, null, new TileAddress(0, 0, 0), edges, TileGroup.Dataset, TestContext.Current.CancellationToken);

        var coarser = CoarserTile.Of(tile, edges, TileAddress.Side / 2);

        Assert.Equal(64, coarser.Side);
        Assert.Equal(tile.Cells.Select(cell => (cell / 128 / 2 * 64) + (cell % 128 / 2)).Distinct().Order(), coarser.Cells);
        Assert.Equal(TimeTileSums.Sum(tile, default).Values.Sum(), TimeTileSums.Sum(coarser, default).Values.Sum());
    }
}
