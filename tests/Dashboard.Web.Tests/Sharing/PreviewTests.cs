using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Drawing;
using Dashboard.Drawing.Tests;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Sharing;

public class PreviewTests(StarterDashboard starter)
{
    private const int MapTop = 108;
    private const int MapBottom = 492;

    private static readonly Colour _attack = Colour.Parse("#c4391d");
    private static readonly Colour _strike = Colour.Parse("#1d63b8");
    private static readonly Colour _selected = Colour.Parse("#0b5cad");

    [Fact]
    public async Task A_preview_is_a_picture_of_1200_by_630_pixels_that_is_asked_for_again_and_not_sent_again()
    {
        using var answer = await starter.Server.GetAsync("/preview.png?kind=attack");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("public, no-cache", answer.Headers.CacheControl?.ToString());
        var picture = DecodedPng.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1200, 630), (picture.Width, picture.Height));

        using var again = await starter.Server.GetAsync("/preview.png?kind=attack", ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));
    }

    [Fact]
    public async Task Under_its_revision_a_preview_may_be_kept_for_good_and_one_that_is_gone_is_not_there()
    {
        using var answer = await starter.Server.GetAsync($"{starter.Server.Data}/preview.png?kind=attack");
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());

        using var gone = await starter.Server.GetAsync("/data/999-00000000/preview.png");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Every_incident_that_the_map_draws_has_its_sign_in_the_preview()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Apart(attacks: 7, strikes: 5)]);
        foreach (var query in (string[])["", "kind=attack", "kind=strike", "from=2024-01-03&to=2024-01-09", "kind=attack&from=2024-01-05"])
        {
            var marks = JsonNode.Parse(await dashboard.TextAsync($"/export.geojson?{query}"))!["features"]!.AsArray();
            var kinds = marks.Select(mark => (string?)mark!["properties"]!["kind"]).ToLookup(kind => kind);
            var picture = await MapAsync(dashboard, $"{query}&map=33.5,40.25,6");

            Assert.Equal((kinds["attack"].Count(), kinds["strike"].Count()), (picture.Patches(_attack, 20), picture.Patches(_strike, 20)));
        }
    }

    [Fact]
    public async Task A_place_that_is_known_roughly_is_a_disc_without_a_sign_in_its_middle()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("rough", Moment(1), new PointGeometry(Located(34, 42, 50_000))))]);

        var picture = await MapAsync(dashboard, "map=34,42,8");
        var (middle, land) = (picture[600, 192], picture[60, 192]);
        Assert.Equal(1, picture.Patches(_attack, 20));
        Assert.NotEqual(_attack, middle);
        Assert.InRange(middle.Red - _attack.Red, 20, 120);
        Assert.True(land.Green - middle.Green > 10, $"the disc {middle} is not darker than the land {land}");
    }

    [Fact]
    public async Task What_is_open_has_a_ring_and_what_is_not_placed_has_no_sign()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(
            Incident("here", Moment(1), new PointGeometry(Located(34, 42, 100))),
            Incident("country", Moment(2), new PointGeometry(Located(33, 43, 400_000))))]);

        Assert.Equal(0, (await MapAsync(dashboard, "map=34,42,7")).Patches(_selected, 60));
        var picture = await MapAsync(dashboard, "map=34,42,7&sel=here");
        Assert.Equal((1, 1), (picture.Patches(_selected, 60), picture.Patches(_attack, 20)));
    }

    [Fact]
    public async Task What_a_lens_does_not_mention_has_not_the_colour_of_its_kind()
    {
        Assert.NotEqual(0, (await MapAsync(starter.Server, "kind=attack")).Patches(_attack, 20));
        Assert.NotEqual(0, (await MapAsync(starter.Server, "kind=attack&lens=act-sohr")).Patches(_attack, 20));
        Assert.Equal(0, (await MapAsync(starter.Server, "kind=attack&lens=act-airwars")).Patches(_attack, 20));
    }

    [Fact]
    public async Task Many_incidents_are_cells_of_density()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ScatteredIncidents.Dataset(3000)]);

        var (many, few) = (await MapAsync(dashboard, ""), await MapAsync(dashboard, "q=nothing-has-this-word"));
        Assert.Equal((0, 0), (many.Patches(_attack, 20), many.Patches(_strike, 20)));
        Assert.True(Differing(many, few) > 5_000);
    }

    [Theory]
    [InlineData("/picture.png?scale=5", "The parameter 'scale' can be a whole number from 1 to 4.")]
    [InlineData("/picture.png?scale=2&scale=2", "The parameter 'scale' can be a whole number from 1 to 4.")]
    [InlineData("/picture.svg?scale=", "The parameter 'scale' can be a whole number from 1 to 4.")]
    [InlineData("/preview.png?theme=pink", "The parameter 'theme' can be light or dark.")]
    public async Task What_is_not_understood_is_refused_by_its_name(string address, string sentence)
    {
        using var answer = await starter.Server.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(sentence, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]);
    }

    [Theory]
    [InlineData("kind=%00&from=yesterday&map=91,0,40")]
    [InlineData("map=0,179.99,2")]
    [InlineData("map=-85,-180,0")]
    [InlineData("map=33,44,22")]
    [InlineData("from=0001-01-01&to=9999-12-31")]
    [InlineData("sel=%D8%A7%D9%84%F0%9F%98%80&q=%3Cscript%3E")]
    public async Task Any_address_has_a_preview(string query)
    {
        var (width, height) = (await DecodedAsync(starter.Server, $"/preview.png?{query}")) switch { var picture => (picture.Width, picture.Height) };
        Assert.Equal((1200, 630), (width, height));
    }

    [Fact]
    public async Task Nothing_in_the_store_is_a_map_without_signs()
    {
        await using var dashboard = await RunningDashboard.StartAsync([]);
        Assert.Equal(0, (await MapAsync(dashboard, "")).Patches(_attack, 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_picture_to_be_published_has_the_size_that_was_asked_for(int scale)
    {
        var picture = await DecodedAsync(starter.Server, $"/picture.png?scale={scale}&kind=attack");
        Assert.Equal((1200 * scale, 900 * scale), (picture.Width, picture.Height));
    }

    private static Dataset Apart(int attacks, int strikes) => Dataset([.. Enumerable.Range(0, attacks + strikes).Select(number =>
        Incident($"i{number}", Moment(number + 1), new PointGeometry(Located(32 + (number / 4 * 1.5), 38 + (number % 4 * 1.5), 100))) with
        {
            Kind = number < attacks ? IncidentKind.Attack : IncidentKind.Strike,
        })]);

    private static Occurrence Moment(int day) => new(At(2024, 1, day), null, TimeSpan.Zero, TimePrecision.Day);

    private static async Task<DecodedPng> DecodedAsync(RunningDashboard dashboard, string address)
    {
        using var answer = await dashboard.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return DecodedPng.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<DecodedPng> MapAsync(RunningDashboard dashboard, string query) =>
        (await DecodedAsync(dashboard, $"/preview.png?{query}")).Rows(MapTop, MapBottom);

    private static int Differing(DecodedPng a, DecodedPng b) => Enumerable.Range(0, a.Width * a.Height).Count(at => a[at % a.Width, at / a.Width] != b[at % a.Width, at / a.Width]);
}
