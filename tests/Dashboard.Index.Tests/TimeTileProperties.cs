using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

/// <summary>Time-tiles against the plain evaluation of every window between two of their edges.</summary>
public class TimeTileProperties
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_tile_counts_the_points_of_every_window_between_two_edges(int seed) => ForEachQuestion(seed, (random, index, oracle, query, textMatches) =>
    {
        var (address, edges, by) = (random.Tile(oracle.Datasets), random.Edges(), random.Group());

        var tile = index.Tile(query, textMatches, address, edges, by, TestContext.Current.CancellationToken);

        Assert.Equal(TileAddress.Side, tile.Side);
        var level = address.Zoom + 7;
        AssertCounts(tile, query, textMatches, oracle, by, incident => Oracle.DrawnPoints(incident)
            .Select(point => Mercator.Cell(point, level))
            .Select(cell => (Column: cell.Column - (128L * address.X), Row: cell.Row - (128L * address.Y)))
            .Where(cell => cell.Column is >= 0 and < 128 && cell.Row is >= 0 and < 128)
            .Select(cell => (uint)((cell.Row * 128) + cell.Column)));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_tile_in_finer_cells_counts_every_window_as_the_usual_one_does_sixteen_cells_to_one(int seed) => ForEachQuestion(seed, (random, index, oracle, query, textMatches) =>
    {
        var (address, edges, by, stop) = (random.Tile(oracle.Datasets), random.Edges(), random.Group(), TestContext.Current.CancellationToken);

        var fine = index.Tile(query, textMatches, address.InCells(512), edges, by, stop);

        var (side, narrower) = (fine.Side, (uint)fine.Side / 128);
        Assert.Equal(Math.Min(512, 1 << (29 - address.Zoom)), side);
        AssertCounts(fine, query, textMatches, oracle, by, incident => Oracle.DrawnPoints(incident)
            .Select(point => Mercator.Cell(point, address.Zoom + (int)Math.Log2(side)))
            .Select(cell => (Column: cell.Column - ((long)side * address.X), Row: cell.Row - ((long)side * address.Y)))
            .Where(cell => cell.Column >= 0 && cell.Column < side && cell.Row >= 0 && cell.Row < side)
            .Select(cell => (uint)((cell.Row * side) + cell.Column)));
        var usual = index.Tile(query, textMatches, address, edges, by, stop);
        foreach (var window in Windows(edges))
        {
            Assert.Equal(TimeTileSums.Sum(usual, window), TimeTileSums.Sum(fine, window)
                .GroupBy(count => ((count.Key.Cell / (uint)side / narrower * 128) + (count.Key.Cell % (uint)side / narrower), count.Key.Group), count => count.Value)
                .ToDictionary(cell => cell.Key, cell => cell.Sum()));
        }
    }, questions: 2);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Times_count_the_incidents_of_every_window_between_two_edges(int seed) => ForEachQuestion(seed, (random, index, oracle, query, textMatches) =>
    {
        var (edges, by) = (random.Edges(), random.Group());

        var times = index.Times(query, textMatches, edges, by, TestContext.Current.CancellationToken);

        Assert.Equal(1, times.Side);
        Assert.Equal([0], times.Cells);
        AssertCounts(times, query, textMatches, oracle, by, _ => [0]);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_overview_counts_the_points_of_the_world_in_few_cells(int seed) => ForEachQuestion(seed, (random, index, oracle, query, textMatches) =>
    {
        var by = random.Group();

        var overview = index.Overview(query, textMatches, by, TestContext.Current.CancellationToken);

        Assert.InRange(overview.Cells.Length, 0, 4000);
        Assert.InRange(overview.Edges.Count, 0, 257);
        var level = (int)Math.Log2(overview.Side);
        AssertCounts(overview, query, textMatches, oracle, by, incident => Oracle.DrawnPoints(incident)
            .Select(point => Mercator.Cell(point, level))
            .Select(cell => (uint)((cell.Row * overview.Side) + cell.Column)));
    }, questions: 2);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_grid_counts_the_points_of_its_window_by_cell_and_by_start(int seed) => ForEachQuestion(seed, (random, index, oracle, query, textMatches) =>
    {
        var (view, most) = (random.View(), random.Most());

        var grid = index.Grid(query, textMatches, view, most, TestContext.Current.CancellationToken);

        Assert.Equal((view, view.Width * view.Height), (grid.View, grid.Cells.Length));
        Assert.InRange(grid.Edges.Count, 0, most + 1);
        var world = 128L << view.Zoom;
        var found = oracle.Find(query, textMatches)
            .SelectMany(incident => Oracle.DrawnPoints(incident).Select(point => (incident.Occurrence, Cell: Mercator.Cell(point, view.Zoom + 7))))
            .Select(point => (point.Occurrence, Column: (((point.Cell.Column - view.Left) % world) + world) % world, Row: point.Cell.Row - view.Top))
            .Where(point => point.Column < view.Width && point.Row >= 0 && point.Row < view.Height)
            .ToArray();
        Assert.Equal(Counted(grid.Cells.Length, found.Select(point => (int)((point.Row * view.Width) + point.Column))), grid.Cells);
        Assert.Equal(Counted(grid.Edges.Count + 1, found.Where(point => point.Occurrence is not null).Select(point => StretchOf(grid.Edges, point.Occurrence!))), grid.Starts);
        Assert.Equal((uint)found.Count(point => point.Occurrence is null), grid.Undated);
    });

    private static int StretchOf(TimeEdges edges, Occurrence occurrence) =>
        edges.Milliseconds.ToArray().Count(edge => DateTimeOffset.FromUnixTimeMilliseconds(edge) <= occurrence.Start);

    private static uint[] Counted(int length, IEnumerable<int> numbers)
    {
        var counts = new uint[length];
        foreach (var number in numbers)
        {
            counts[number]++;
        }

        return counts;
    }

    private static void AssertCounts(TimeTile tile, IncidentQuery query, IReadOnlyList<long>? textMatches, Oracle oracle, TileGroup by, Func<Incident, IEnumerable<uint>> cells)
    {
        var selected = oracle.Find(query.Without(Facet.Time), textMatches)
            .Select(incident => (incident.Occurrence, Cells: cells(incident).ToArray(), Group: IsFaded(incident) ? TileGroupKey.Unmentioned : new TileGroupKey(by == TileGroup.Kind ? incident.Kind.Key : oracle.DatasetOf(incident), incident.IsLead)))
            .ToArray();
        bool IsFaded(Incident incident) => query.Unmentioned == UnmentionedView.Faded && oracle.HasLens(query) && !oracle.IsMentioned(incident, query);
        AssertForm(tile);
        Assert.Equal(
            selected.Where(found => found.Cells.Length > 0).Select(found => found.Group).Distinct()
                .OrderBy(group => group == TileGroupKey.Unmentioned).ThenBy(group => group.Key, StringComparer.Ordinal).ThenBy(group => group.IsLead),
            tile.Groups);
        Assert.Equal(tile.Groups.Select(group => selected.Where(found => found.Occurrence is null && found.Group == group).Sum(found => (uint)found.Cells.Length)), tile.Undated.Select(count => (long)count));
        foreach (var window in Windows(tile.Edges))
        {
            var expected = selected
                .Where(found => found.Occurrence is { } occurrence && occurrence.Meets(window))
                .SelectMany(found => found.Cells.Select(cell => (cell, found.Group)))
                .CountBy(key => key)
                .ToDictionary(pair => pair.Key, pair => (long)pair.Value);
            Assert.Equal(expected, TimeTileSums.Sum(tile, window));
        }
    }

    private static void AssertForm(TimeTile tile)
    {
        Assert.Equal(tile.Cells.Distinct().Order(), tile.Cells);
        Assert.Equal(tile.Edges.Count + 2, tile.Offsets.Length);
        Assert.Equal((0, tile.Series.Length, tile.Counts.Length), (tile.Offsets[0], tile.Offsets[^1], tile.Series.Length));
        Assert.DoesNotContain(0U, tile.Counts);
        for (var stretch = 0; stretch <= tile.Edges.Count; stretch++)
        {
            var series = tile.Series[tile.Offsets[stretch]..tile.Offsets[stretch + 1]];
            Assert.Equal(series.Distinct().Order(), series);
        }

        Assert.Equal(tile.Late.DistinctBy(late => (late.Stretch, late.EndEdge, late.Series)).OrderBy(late => (late.Stretch, late.EndEdge, late.Series)), tile.Late);
        Assert.All(tile.Late, late => Assert.InRange(late.EndEdge, late.Stretch + 1, tile.Edges.Count));
    }

    /// <summary>All of them where edges are few, else some from all over.</summary>
    private static IEnumerable<TimeWindow> Windows(TimeEdges edges)
    {
        var every = Math.Max(1, edges.Count / 4);
        DateTimeOffset?[] sides = [null, .. edges.Milliseconds.ToArray().Where((_, edge) => edge % every == 0).Select(DateTimeOffset.FromUnixTimeMilliseconds)];
        return from begin in sides from end in sides where begin is null || end is null || begin < end select new TimeWindow(begin, end);
    }

    /// <summary>Asks in every way that there is to count.</summary>
    private static void ForEachQuestion(int seed, Action<RandomDatasets, IncidentIndex, Oracle, IncidentQuery, IReadOnlyList<long>?> holds, int questions = 4)
    {
        var random = new RandomDatasets(seed);
        var datasets = random.Datasets();
        var oracle = new Oracle(datasets);
        IncidentIndex[] ways = [Facts.Index(datasets), .. Enum.GetValues<Plan>().Select(plan => Facts.Index(datasets, plan))];
        foreach (var index in ways)
        {
            holds(random, index, oracle, IncidentQuery.All, null);
            for (var question = 0; question < questions; question++)
            {
                holds(random, index, oracle, random.Query(), random.TextMatches(datasets));
            }
        }
    }
}
