using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Pages;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Endpoints;

public class TimeTilesTests(StarterDashboard starter)
{
    private const string Span = "span=2024-01-01T00:00Z,2024-07-01T00:00Z,7d";

    [Fact]
    public async Task Times_and_tiles_count_what_the_list_counts_in_every_window()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ScatteredIncidents.Dataset(600)]);
        var random = new Random(1);
        var edges = Enumerable.Range(0, 4).Select(_ => At(2024, 1, 1).AddMinutes(random.Next(60 * 24 * 200))).ToArray();
        var asked = $"{Span}&{string.Join('&', edges.Select(edge => $"edge={Written(edge)}"))}";
        foreach (var query in (string[])["", "kind=strike", "leads=shown&kind=attack"])
        {
            var times = await TileAsync(dashboard, $"times?{query}&{asked}");
            var tile = await TileAsync(dashboard, $"tiles/2/2/1?{query}&colour=dataset&{asked}");
            var box = string.Create(CultureInfo.InvariantCulture, $"bbox={ScatteredIncidents.Box.West},{ScatteredIncidents.Box.South},{ScatteredIncidents.Box.East},{ScatteredIncidents.Box.North}");
            Assert.Equal((1, 128, 27 + edges.Length), (times.Side, tile.Side, tile.Edges.Count));
            for (var window = 0; window < 8; window++)
            {
                var (from, to) = Window(random, times.Edges);
                var time = $"{query}&from={(from is null ? "" : Written(from.Value))}&to={(to is null ? "" : Written(to.Value))}";

                Assert.Equal(await ListedAsync(dashboard, time), times.Count(from, to));
                Assert.Equal(await ListedAsync(dashboard, $"{time}&{box}"), tile.Count(from, to));
            }
        }
    }

    [Fact]
    public async Task Where_nobody_says_how_time_is_cut_the_server_does_and_the_overview_is_of_the_whole_world()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ScatteredIncidents.Dataset(300)]);

        var overview = await TileAsync(dashboard, "tiles/0/0/0");
        var times = await TileAsync(dashboard, "times");
        var listed = await ListedAsync(dashboard, "");

        Assert.Equal(listed, times.Count(null, null));
        Assert.Equal(await ListedAsync(dashboard, "bbox=-180,-90,180,90"), overview.Count(null, null));
        Assert.InRange(overview.Side, 256, 4096);
        Assert.InRange(times.Edges.Count, 100, 257);
    }

    [Theory]
    [InlineData("times?kind=attack")]
    [InlineData("tiles/0/0/0")]
    [InlineData("tiles/3/4/3?colour=dataset")]
    [InlineData("tiles/3/4/3?side=512&span=2024-01-01T00:00Z,2024-07-01T00:00Z,7d")]
    public async Task Time_tiles_may_be_kept_for_good_and_are_not_sent_twice(string address)
    {
        using var first = await starter.Server.GetAsync($"{starter.Server.Data}/{address}", ("Accept-Encoding", "gzip, br"));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", first.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("application/octet-stream", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(["Accept-Encoding"], first.Headers.Vary);

        using var again = await starter.Server.GetAsync($"{starter.Server.Data}/{address}", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        using var head = await starter.Server.SendAsync(HttpMethod.Head, $"{starter.Server.Data}/{address}", ("Accept-Encoding", "br"));
        Assert.Equal((HttpStatusCode.OK, first.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task Whoever_cannot_unpack_Brotli_gets_the_same_bytes_otherwise()
    {
        var packed = await BytesAsync("br", bytes => new BrotliStream(bytes, CompressionMode.Decompress));
        var zipped = await BytesAsync("gzip", bytes => new GZipStream(bytes, CompressionMode.Decompress));
        var plain = await BytesAsync("identity", bytes => bytes);

        Assert.Equal(plain, packed);
        Assert.Equal(plain, zipped);

        async Task<byte[]> BytesAsync(string encoding, Func<Stream, Stream> unpack)
        {
            using var answer = await starter.Server.GetAsync($"{starter.Server.Data}/times", ("Accept-Encoding", encoding));
            Assert.Equal(encoding == "identity" ? [] : [encoding], answer.Content.Headers.ContentEncoding);
            return await UnpackedAsync(unpack(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        }
    }

    [Theory]
    [InlineData("tiles/x/0/0", "z", "The parameter 'z' is not a whole number.")]
    [InlineData("tiles/-1/0/0", "z", "The parameter 'z' is not a whole number.")]
    [InlineData("tiles/23/0/0", "z", "The parameter 'z' is more than 22.")]
    [InlineData("tiles/1/2/0", "x", "The parameter 'x' is beyond the 2 tiles of this zoom.")]
    [InlineData("tiles/1/0/2", "y", "The parameter 'y' is beyond the 2 tiles of this zoom.")]
    [InlineData("times?colour=red", "colour", "The parameter 'colour' can be kind or dataset.")]
    [InlineData("times?span=", "span", "The parameter 'span' is empty.")]
    [InlineData("times?span=2024-01-01T00:00Z,2024-02-05T00:00Z,2h", "span",
        "The parameter 'span' is two instants and a step: one of 15m, 1h, 3h, 6h, 12h, 1d, 2d, 4d, 7d, 14d, 28d, 56d, 112d, 224d, 448d.")]
    [InlineData("times?span=2024-01-01,2024-02-05T00:00Z,1d", "span", "The parameter 'span' has an instant that is not written like 2024-01-28T05:30Z.")]
    [InlineData("times?span=2024-01-01T01:00Z,2024-02-05T00:00Z,1d", "span", "The parameter 'span' cannot be counted: 2024-01-01T01:00:00.0000000+00:00 is not a multiple of 1.00:00:00.")]
    [InlineData("times?span=2014-01-01T00:00Z,2024-02-05T00:00Z,1d", "span", "The parameter 'span' cannot be counted: the span has more than 1024 stretches.")]
    [InlineData("times?edge=now", "edge", "The parameter 'edge' has an instant that is not written like 2024-01-28T05:30Z.")]
    [InlineData("times?edge=&edge=&edge=&edge=&edge=", "edge", "The parameter 'edge' is given more than 4 times.")]
    [InlineData("tiles/0/0/0?edge=2024-01-01T00:00Z", "edge", "The parameter 'edge' needs a span: the overview has the edges that it can afford.")]
    [InlineData("tiles/0/0/0?side=512", "side", "The parameter 'side' needs a span: other tiles have the cells that they can afford.")]
    [InlineData("tiles/0/0/0?side=64", "side", "The parameter 'side' can be 128, 256 or 512.")]
    [InlineData("tiles/0/0/0?side=fine", "side", "The parameter 'side' is not a whole number.")]
    [InlineData("marks?within=1,2,3", "within", "The parameter 'within' is no box of west, south, east and north in degrees: four numbers are needed.")]
    [InlineData("marks?within=1,2,x,4", "within", "The parameter 'within' is no box of west, south, east and north in degrees: four numbers are needed.")]
    [InlineData("marks?within=1,2,3,91", "within", "The parameter 'within' is no box of west, south, east and north in degrees: latitude 91 is not between -90 and 90.")]
    [InlineData("marks?during=2024-01-01T00:00Z", "during", "The parameter 'during' is no stretch of time: two instants are needed.")]
    [InlineData("marks?during=2024-01-02T00:00Z,2024-01-01T00:00Z", "during", "The parameter 'during' is no stretch of time: the window ends before it begins.")]
    public async Task What_is_not_understood_is_refused_by_its_name(string address, string parameter, string detail)
    {
        using var answer = await starter.Server.GetAsync($"{starter.Server.Data}/{address}");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json", "no-cache"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.Equal((parameter, detail), ((string?)problem["parameter"], (string?)problem["detail"]));
    }

    [Theory]
    [InlineData("times")]
    [InlineData("tiles/0/0/0")]
    public async Task Another_revision_is_not_there(string address)
    {
        using var answer = await starter.Server.GetAsync($"/data/1-00000000/{address}");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    /// <summary>Of more than a million points how much is in a tile is known before it is counted.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(1_100)]
    public async Task A_tile_that_would_be_too_large_comes_in_longer_steps_and_still_counts_exactly_what_is_asked_for_by_itself(int pointsOfOne)
    {
        var random = new Random(7);
        var incidents = Enumerable.Range(0, 1000).Select(day => Incident($"i{day}", new Occurrence(At(2021, 1, 1).AddDays(day), null, TimeSpan.Zero, TimePrecision.Day),
            new MultiPointGeometry([.. Enumerable.Range(0, pointsOfOne).Select(_ => Located((random.NextDouble() * 160) - 80, (random.NextDouble() * 360) - 180, 10))])));
        await using var dashboard = await RunningDashboard.StartAsync([Dataset([.. incidents])]);
        const string InDays = "tiles/0/0/0?span=2020-08-10T00:00Z,2023-05-15T00:00Z,1d";

        using var packed = await dashboard.SendAsync(HttpMethod.Head, $"{dashboard.Data}/{InDays}", ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, packed.StatusCode);
        Assert.InRange(packed.Content.Headers.ContentLength ?? 0, 1, 256 * 1024);

        var tile = await TileAsync(dashboard, InDays);
        var step = tile.Edges[1] - tile.Edges[0];
        Assert.True(step > TimeSpan.FromDays(1));
        Assert.Equal((0, true, true), ((int)((tile.Edges[0] - At(1970, 1, 5)).Ticks % step.Ticks), tile.Edges[0] <= At(2020, 8, 10), tile.Edges[^1] >= At(2023, 5, 15)));
        Assert.Equal(1000 * pointsOfOne, tile.Count(null, null));

        using var packedFiner = await dashboard.SendAsync(HttpMethod.Head, $"{dashboard.Data}/{InDays}&side=512", ("Accept-Encoding", "br"));
        Assert.InRange(packedFiner.Content.Headers.ContentLength ?? 0, 1, 256 * 1024);
        var finer = await TileAsync(dashboard, $"{InDays}&side=512");
        Assert.Equal(128, finer.Side);
        Assert.Equal(tile.Edges, finer.Edges);

        var (from, to) = (At(2021, 3, 3), At(2021, 3, 5));
        var within = await TileAsync(dashboard, $"{InDays}&edge={Written(from)}&edge={Written(to)}");
        Assert.Equal(tile.Edges.Concat([from, to]).Distinct().Order(), within.Edges);
        Assert.Equal(2 * pointsOfOne, within.Count(from, to));
    }

    [Fact]
    public async Task A_tile_in_finer_cells_has_the_edges_and_the_counts_that_it_has_otherwise()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ScatteredIncidents.Dataset(600)]);
        const string InWeeks = $"tiles/2/2/1?{Span}&edge=2024-02-02T05:30Z";

        var (usual, finer, finest) = (await TileAsync(dashboard, InWeeks), await TileAsync(dashboard, $"{InWeeks}&side=256"), await TileAsync(dashboard, $"{InWeeks}&side=512"));

        Assert.Equal((128, 256, 512), (usual.Side, finer.Side, finest.Side));
        Assert.Equal(usual.Edges, finest.Edges);
        foreach (var from in usual.Edges)
        {
            Assert.Equal((usual.Count(from, null), usual.Count(from, null)), (finer.Count(from, null), finest.Count(from, null)));
        }
    }

    [Fact]
    public async Task A_tile_in_which_nothing_is_has_no_cells()
    {
        var empty = await TileAsync(starter.Server, $"tiles/3/0/7?{Span}");

        Assert.Equal((0, 0, 27), (empty.Cells.Length, empty.Count(null, null), empty.Edges.Count));
    }

    private static async Task<TimeTileReading> TileAsync(RunningDashboard dashboard, string address)
    {
        using var answer = await dashboard.GetAsync($"{dashboard.Data}/{address.Replace("?&", "?", StringComparison.Ordinal)}", ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var packed = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return new TimeTileReading(await UnpackedAsync(new BrotliStream(packed, CompressionMode.Decompress)));
    }

    private static async Task<byte[]> UnpackedAsync(Stream packed)
    {
        await using var _ = packed;
        using var bytes = new MemoryStream();
        await packed.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>How many incidents, and leads, the page says that its list has.</summary>
    private static async Task<int> ListedAsync(RunningDashboard dashboard, string query) => (await dashboard.ReadAsync($"/?{query}"))
        .QuerySelectorAll(".filters .result-count live-count").Sum(count => int.Parse(count.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

    /// <summary>Two edges, or an open side.</summary>
    private static (DateTimeOffset? From, DateTimeOffset? To) Window(Random random, IReadOnlyList<DateTimeOffset> edges)
    {
        var (one, other) = (random.Next(edges.Count), random.Next(edges.Count));
        return random.Next(4) switch
        {
            0 => (edges[one], null),
            1 => (null, edges[one]),
            _ when one == other => (null, null),
            _ => (edges[Math.Min(one, other)], edges[Math.Max(one, other)]),
        };
    }

    private static string Written(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
