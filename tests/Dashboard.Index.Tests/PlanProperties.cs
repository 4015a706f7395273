using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>Every way to count many points against counting them one by one.</summary>
public class PlanProperties
{
    private const int Questions = 60;

    public static TheoryData<int, string> Ways { get; } =
        [.. Enumerable.Range(0, 3).SelectMany(seed => Enum.GetNames<Plan>().Select(plan => new TheoryDataRow<int, string>(seed, plan)))];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_grid_is_the_same_whichever_way_it_is_counted(int seed, string plan)
    {
        var many = new ManyFacts(seed, isCrowded: seed > 0);
        var index = many.Index(Enum.Parse<Plan>(plan));
        for (var question = 0; question < Questions; question++)
        {
            var (query, zoom) = (many.Query(), many.Pick([0, 1, 2, 4, 6, 7, 9, 15, 22]));
            var (column, row) = Mercator.Cell(many.Point(), zoom + 7);
            var view = new GridView(zoom, (int)column - many.Next(100), (int)row - many.Next(100), 1 + many.Next(128), 1 + many.Next(128));

            var grid = index.Grid(query, null, view, many.Pick([5, 200]), TestContext.Current.CancellationToken);

            var (cells, starts, undated, world) = (new uint[grid.Cells.Length], new uint[grid.Starts.Length], 0U, 128L << zoom);
            foreach (var facts in many.All.Where(facts => many.Meets(facts, query)))
            {
                foreach (var cell in facts.DrawnPoints.Select(point => Mercator.Cell(point, zoom + 7)))
                {
                    var (x, y) = (((cell.Column - view.Left) % world + world) % world, cell.Row - view.Top);
                    if (x < view.Width && y >= 0 && y < view.Height)
                    {
                        cells[(y * view.Width) + x]++;
                        undated += facts.Occurrence is null ? 1U : 0;
                        starts[grid.Edges.StretchOf(facts.Occurrence?.Start.Ticks ?? 0)] += facts.Occurrence is null ? 0 : 1U;
                    }
                }
            }

            Assert.Equal(cells, grid.Cells);
            Assert.Equal(starts, grid.Starts);
            Assert.Equal(undated, grid.Undated);
        }
    }

    [Fact]
    public void Counts_that_are_made_where_others_were_know_nothing_of_these()
    {
        var (many, view, stop) = (new ManyFacts(0), new GridView(1, 3, 5, 200, 100), TestContext.Current.CancellationToken);
        var index = many.Index(Plan.Cheapest);
        var expected = index.Grid(IncidentQuery.All, null, view, 10, stop);
        for (var round = 0; round < 3; round++)
        {
            using var grid = index.Grid(IncidentQuery.All, null, view, 10, stop);

            Assert.NotSame(expected.Cells, grid.Cells);
            Assert.Equal(expected.Cells, grid.Cells);
            grid.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_tile_is_the_same_whichever_way_it_is_counted(int seed, string plan)
    {
        var many = new ManyFacts(seed, isCrowded: seed > 0);
        var index = many.Index(Enum.Parse<Plan>(plan));
        for (var question = 0; question < Questions / 3; question++)
        {
            var (query, zoom, edges) = (many.Query() with { Window = TimeWindow.All }, many.Pick([0, 1, 3, 6, 7, 9, 15, 22]), Edges(many));
            var (column, row) = Mercator.Cell(many.Point(), zoom);

            var tile = index.Tile(query, null, new TileAddress(zoom, (int)column, (int)row), edges, TileGroup.Kind, TestContext.Current.CancellationToken);

            var points = many.All.Where(facts => many.Meets(facts, query))
                .SelectMany(facts => facts.DrawnPoints.Select(point => (facts.Occurrence, Cell: Mercator.Cell(point, zoom + 7), Group: new TileGroupKey(facts.Kind.Key, facts.IsLead))))
                .Where(point => point.Cell.Column / 128 == column && point.Cell.Row / 128 == row)
                .ToArray();
            foreach (var window in Windows(many, edges))
            {
                var expected = points.Where(point => point.Occurrence?.Meets(window) == true)
                    .CountBy(point => ((uint)(((point.Cell.Row % 128) * 128) + (point.Cell.Column % 128)), point.Group))
                    .ToDictionary(pair => pair.Key, pair => (long)pair.Value);
                Assert.Equal(expected, TimeTileSums.Sum(tile, window));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_told_of_a_tile_beforehand_is_never_more_than_it_has_and_all_of_it_where_cells_and_weeks_fit(int seed)
    {
        var (many, stop) = (new ManyFacts(seed), TestContext.Current.CancellationToken);
        var columns = many.Index(Plan.Cheapest).Columns;
        for (var question = 0; question < Questions; question++)
        {
            var (asked, zoom, edges, by) = (new Asked([.. columns.Strata.All.Select(_ => many.Next(3) > 0)], null), many.Pick([0, 1, 3, 4, 6, 9]), Edges(many), many.Pick(Enum.GetValues<TileGroup>()));
            var (column, row) = Mercator.Cell(many.Point(), zoom);
            var (box, counter) = (new CellBox(new TileAddress(zoom, (int)column, (int)row)), new TileCounter(columns, asked, by, stop) { FewPoints = 0 });

            var (fewest, tile) = (counter.Fewest(box, edges)!, counter.Points(box, edges));

            int[] entries = [.. Enumerable.Range(0, edges.Count + 1).Select(stretch => tile.Offsets[stretch + 1] - tile.Offsets[stretch])];
            Assert.All(entries.Zip(fewest.ByStretch), pair => Assert.InRange(pair.Second, 0, pair.First));
            Assert.InRange(fewest.Series, 0, tile.Cells.Length * tile.Groups.Count);
            if (fewest.Points is { } points)
            {
                Assert.Equal(entries, fewest.ByStretch);
                Assert.Equal((tile.Cells.Length * tile.Groups.Count(group => tile.Series.Any(series => tile.Groups[(int)(series % tile.Groups.Count)] == group)), tile.Counts.Sum(count => count)), (fewest.Series, points));
            }
        }
    }

    [Fact]
    public void Of_little_and_of_some_rows_alone_nothing_is_told_beforehand()
    {
        var (many, stop) = (new ManyFacts(0), TestContext.Current.CancellationToken);
        var (columns, edges) = (many.Index(Plan.Cheapest).Columns, Edges(many));
        var all = new Asked([.. columns.Strata.All.Select(_ => true)], null);
        var some = all with { Some = new SomeRows(columns.Everything) };

        Assert.Null(new TileCounter(columns, all, TileGroup.Kind, stop).Fewest(CellBox.World(7), edges));
        Assert.NotNull(new TileCounter(columns, all, TileGroup.Kind, stop) { FewPoints = 0 }.Fewest(CellBox.World(7), edges));
        Assert.Null(new TileCounter(columns, some, TileGroup.Kind, stop) { FewPoints = 0 }.Fewest(CellBox.World(7), edges));
        Assert.Null(new TileCounter(columns, all with { Mentioned = some }, TileGroup.Kind, stop) { FewPoints = 0 }.Fewest(CellBox.World(7), edges));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(2_000)]
    public void An_overview_is_the_same_whether_or_not_it_is_known_beforehand_to_be_long(int mostEntries)
    {
        var many = new ManyFacts(0);
        byte[][] overviews = [.. new[] { 0, int.MaxValue }.Select(fewPoints => many.Index(Plan.Cheapest, fewPoints)).Select(index => TimeTileFormat.Write(Overview(index).Around(index.Extent)))];

        Assert.Equal(overviews[1], overviews[0]);

        Overview Overview(IncidentIndex index) =>
            new(index.Columns, new Asked([.. index.Columns.Strata.All.Select(_ => true)], null), TileGroup.Kind, TestContext.Current.CancellationToken) { MostEntries = mostEntries };
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(23, 1, 1)]
    [InlineData(0, 129, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(22, 1 << 20, 1 << 20)]
    public void A_view_that_no_picture_has_is_refused(int zoom, int width, int height) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new ManyFacts(0).Index(Plan.Cheapest).Grid(IncidentQuery.All, null, new GridView(zoom, 0, 0, width, height), 10, TestContext.Current.CancellationToken));

    [Fact]
    public void Counting_stops_when_it_is_told_to()
    {
        var (index, edges) = (new ManyFacts(0).Index(Plan.Scan), TimeEdges.Around(null));

        Assert.ThrowsAny<OperationCanceledException>(() => index.Tile(IncidentQuery.All, null, new TileAddress(0, 0, 0), edges, TileGroup.Kind, new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Times(IncidentQuery.All, null, edges, TileGroup.Kind, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(23, 0, 0)]
    [InlineData(1, 2, 0)]
    [InlineData(1, 0, -1)]
    public void A_tile_outside_the_world_is_refused(int zoom, int x, int y) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new ManyFacts(0).Index(Plan.Cheapest).Tile(IncidentQuery.All, null, new TileAddress(zoom, x, y), TimeEdges.Around(null), TileGroup.Kind, TestContext.Current.CancellationToken));

    private static TimeEdges Edges(ManyFacts many)
    {
        var step = TimeSpan.FromDays(many.Pick([1, 7, 28, 112]));
        var from = new DateTimeOffset(1970, 1, 5, 0, 0, 0, TimeSpan.Zero) + (step * (int)(TimeSpan.FromDays(18_300 + many.Next(300)) / step));
        return TimeEdges.FromSpan(from, from + (step * (1 + many.Next(60))), step, from.AddDays(many.Next(900)));
    }

    private static IEnumerable<TimeWindow> Windows(ManyFacts many, TimeEdges edges)
    {
        DateTimeOffset?[] sides = [null, .. edges.Milliseconds.ToArray().Select(DateTimeOffset.FromUnixTimeMilliseconds)];
        return from _ in Enumerable.Range(0, 8)
               let begin = many.Pick(sides)
               let end = many.Pick(sides)
               where begin is null || end is null || begin < end
               select new TimeWindow(begin, end);
    }
}
