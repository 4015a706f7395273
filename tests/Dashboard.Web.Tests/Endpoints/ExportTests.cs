using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Endpoints;

public sealed class ExportTests(StarterDashboard starter)
{
    public static TheoryData<string> Views =>
    [
        "",
        "kind=attack",
        "kind=attack&kind=strike&country=SY&sort=-killed",
        "from=2024-01-28&to=2024-02-05&sort=title",
        "q=al+asad",
        "q=%D8%A7%D9%84%D8%A8%D9%88%D9%83%D9%85%D8%A7%D9%84",
        "bbox=38,33,45,37&precision=5000",
        "status=disputed&map=34,41,6&sel=x&tz=local",
        "leads=only",
        "q=nothing-has-this-word",
        "kind=%00&from=yesterday",
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_file_has_the_incidents_of_the_page_in_the_order_of_its_list(string query)
    {
        var exploration = starter.Server.Services.GetRequiredService<Exploration>();
        var picture = Picture.Of(exploration.Present, ViewStateCodec.Parse(query).View);
        var slugs = picture.Incidents.Select(incident => incident.Slug).ToList();
        Assert.Equal(picture.Count, slugs.Count);

        var lines = (await starter.Server.TextAsync($"/export.csv?{query}")).Split("\r\n");
        var features = JsonNode.Parse(await starter.Server.TextAsync($"/export.geojson?{query}"))!["features"]!.AsArray();

        Assert.Equal(slugs, features.Select(feature => (string?)feature!["properties"]!["slug"]));
        Assert.Equal(slugs, lines[1..^1].Where(line => slugs.Exists(slug => line.StartsWith($"{slug},", StringComparison.Ordinal))).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("/export.csv", "text/csv; charset=utf-8; header=present", "attachment; filename=incidents-us-forces-2023-24.csv; filename*=UTF-8''incidents-us-forces-2023-24.csv")]
    [InlineData("/export.geojson?map=34,41,6", "application/geo+json", "attachment; filename=incidents-us-forces-2023-24.geojson; filename*=UTF-8''incidents-us-forces-2023-24.geojson")]
    [InlineData("/export.csv?kind=attack&raw=1", "text/csv; charset=utf-8; header=present", "attachment; filename=incidents-us-forces-2023-24-aca4ccf2.csv; filename*=UTF-8''incidents-us-forces-2023-24-aca4ccf2.csv")]
    public async Task A_file_has_a_type_and_the_same_name_each_time(string address, string type, string disposition)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var response = await starter.Server.SendAsync(method, address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.GetValues("Content-Type").Single());
            Assert.Equal(disposition, response.Content.Headers.GetValues("Content-Disposition").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            var length = (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
            Assert.Equal(method == HttpMethod.Get, length > 0);
        }
    }

    [Fact]
    public async Task The_page_links_to_files_of_its_view_that_its_router_leaves_alone()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await starter.Server.TextAsync("/?kind=attack&sort=-killed&map=34,41,6&sel=x"));
        Assert.Equal(
            ["/export.csv?kind=attack&sort=-killed", "/export.geojson?kind=attack&sort=-killed"],
            page.QuerySelectorAll(".export-links a[download]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_formula_is_guarded_unless_the_address_asks_for_it_raw()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("formula") with { Title = "=HYPERLINK(1)" })]);
        Assert.Contains("\r\nformula,", await dashboard.TextAsync("/export.csv"), StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1),", await dashboard.TextAsync("/export.csv"), StringComparison.Ordinal);
        Assert.Contains(",=HYPERLINK(1),", await dashboard.TextAsync("/export.csv?raw=1"), StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1),", await dashboard.TextAsync("/export.csv?raw=0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_leaves_in_the_middle_disturbs_nobody()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(
            [.. Enumerable.Range(0, 5000).Select(number => Incident(number.ToString(CultureInfo.InvariantCulture)) with { Summary = new string('x', 2000) })])]);
        for (var reader = 0; reader < 5; reader++)
        {
            using var socket = new TcpClient(dashboard.Address.Host, dashboard.Address.Port);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /export.csv HTTP/1.1\r\nHost: {dashboard.Address.Authority}\r\n\r\n"), TestContext.Current.CancellationToken);
            await stream.ReadExactlyAsync(new byte[1000], TestContext.Current.CancellationToken);
            socket.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Assert.Equal(5002, (await dashboard.TextAsync("/export.csv")).Split("\r\n").Length);
    }

    [Fact]
    public async Task Nothing_in_the_store_is_a_file_without_incidents()
    {
        await using var dashboard = await RunningDashboard.StartAsync([]);
        Assert.Single((await dashboard.TextAsync("/export.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(JsonNode.Parse(await dashboard.TextAsync("/export.geojson"))!["features"]!.AsArray());
    }
}
