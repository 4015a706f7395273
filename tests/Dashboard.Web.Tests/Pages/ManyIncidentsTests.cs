using System.Net;
using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>What a page says to the browser of a view that has too many incidents to send each.</summary>
public class ManyIncidentsTests(ManyIncidentsTests.Stage stage) : IClassFixture<ManyIncidentsTests.Stage>
{
    [Fact]
    public async Task A_view_of_many_incidents_names_its_tiles_and_fetches_ahead_what_is_drawn_first()
    {
        var dashboard = stage.Dashboard;

        var all = await dashboard.ReadAsync("/");
        Assert.Equal(dashboard.Data, TilesOf(all));
        Assert.Equal(["basemap/land.json", $"{dashboard.Data}/marks", $"{dashboard.Data}/tiles/0/0/0", $"{dashboard.Data}/times"], Preloads(all));

        var some = await dashboard.ReadAsync("/?from=2024-02-01&to=2024-02-03T05:30:15Z&kind=attack&colour=dataset&sel=x");
        Assert.Equal(dashboard.Data, TilesOf(some));
        Assert.Equal(
        [
            "basemap/land.json",
            $"{dashboard.Data}/marks?kind=attack",
            $"{dashboard.Data}/tiles/0/0/0?kind=attack&colour=dataset",
            $"{dashboard.Data}/times?kind=attack&colour=dataset&edge=2024-02-01T00:00Z&edge=2024-02-03T05:30:15Z",
        ], Preloads(some));
        foreach (var address in Preloads(some).Skip(1))
        {
            using var answer = await dashboard.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_view_of_few_incidents_fetches_each_of_them()
    {
        var dashboard = stage.Dashboard;

        var few = await dashboard.ReadAsync("/?kind=strike");

        Assert.Null(TilesOf(few));
        Assert.Equal(["basemap/land.json", $"{dashboard.Data}/marks?kind=strike"], Preloads(few));
    }

    [Theory]
    [InlineData("/", 50, "/?lines=250#results")]
    [InlineData("/?kind=attack&lines=250", 250, "/?kind=attack&lines=450#results")]
    [InlineData("/?lines=950", 950, "/?lines=1000#results")]
    [InlineData("/?lines=999999", 1000, null)]
    [InlineData("/?lines=-1", 50, "/?lines=250#results")]
    [InlineData("/?lines=x", 50, "/?lines=250#results")]
    public async Task Of_many_incidents_few_lines_travel_until_more_are_asked_for_with_scripts_or_without(string address, int lines, string? next)
    {
        var page = await stage.Dashboard.ReadAsync(address);

        Assert.Equal((lines, next), (page.QuerySelectorAll(".list tbody tr").Length, page.QuerySelector(".list-more a")?.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll(".notice"));
    }

    private static string? TilesOf(IParentNode page) => page.QuerySelector("explore-view")!.GetAttribute("tiles");

    private static IEnumerable<string> Preloads(IParentNode page) => page.QuerySelectorAll("link[rel=preload][as=fetch]").Select(PageReading.Address);

    public sealed class Stage : IAsyncLifetime
    {
        public RunningDashboard Dashboard { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Dashboard = await RunningDashboard.StartAsync([ScatteredIncidents.Dataset(4_000)]);

        public async ValueTask DisposeAsync() => await Dashboard.DisposeAsync();
    }
}
