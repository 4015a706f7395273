using Dashboard.Browser.Tests.Harness;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Web.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Browser.Tests;

/// <summary>Two datasets side by side, what was collected when, and leads.</summary>
public sealed class DatasetsTests(DatasetsTests.TwoDatasets stage) : IClassFixture<DatasetsTests.TwoDatasets>
{
    [Fact]
    public async Task Colours_tell_datasets_apart_at_once_and_the_link_keeps_it()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.RestAsync();
        var (mapByKind, timelineByKind) = (await reader.Map.ScreenshotAsync(), await Timeline(reader).ScreenshotAsync());

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Dataset", Exact = true }).ClickAsync();
        await reader.UntilAddressAsync("colour=dataset");
        await reader.Page.Locator(".list .kind-mark[aria-label^='Hamlet']").First.WaitForAsync();
        await reader.RestAsync();

        Assert.Contains("Hamlet attacks", await reader.Page.Locator(".map-legend").InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(mapByKind, await reader.Map.ScreenshotAsync());
        Assert.NotEqual(timelineByKind, await Timeline(reader).ScreenshotAsync());

        await using var other = await Reader.ArriveAsync(stage.Chromium, stage.Server, new Uri(reader.Page.Url).PathAndQuery);
        await other.RestAsync();
        Assert.Equal(await reader.Map.ScreenshotAsync(), await other.Map.ScreenshotAsync());

        await reader.Page.GoBackAsync();
        await reader.Page.Locator(".map-colour-choice[aria-pressed=true]", new() { HasText = "Kind" }).WaitForAsync();
    }

    [Fact]
    public async Task A_dataset_is_chosen_and_map_list_and_count_follow()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Option("Hamlet attacks").ClickAsync();
        await reader.UntilCountedAsync(3);
        Assert.Contains("dataset=hamlets", reader.Query, StringComparison.Ordinal);
        await reader.Option("US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024").ClickAsync();
        await reader.UntilCountedAsync(46);
    }

    [Fact]
    public async Task What_nobody_collected_is_hatched_and_told_to_those_who_do_not_see_it()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?dataset=hamlets");
        await reader.RestAsync();

        Assert.Equal("Incidents were collected 1 Jan 2024 – 31 Jan 2024. Outside that nobody collected: an empty time there says nothing.",
            await reader.Page.Locator("#timeline-coverage").TextContentAsync());

        // The hatch at the left edge, where nobody collected, has lines; the same height in the middle has not.
        var box = (await Timeline(reader).Locator(".timeline-canvas").BoundingBoxAsync())!;
        await reader.Page.Mouse.MoveAsync(box.X + 3, box.Y + 4);
        await reader.Page.GetByText("Nobody collected until 31 Dec 2023").WaitForAsync();
        Assert.True(await ColoursAsync(reader, 2, 14) > await ColoursAsync(reader, (int)(box.Width / 2), 14));
    }

    [Fact]
    public async Task Leads_stay_out_of_sight_until_they_are_switched_on_and_one_is_promoted()
    {
        await using var server = await DashboardServer.StartAsync(ManyLeads.Dataset);
        await using var reader = await Reader.ArriveAsync(stage.Chromium, server);
        Assert.Equal("1", await reader.CountAsync());
        await reader.UntilCountedAsync(1);

        await reader.Page.Locator(".map-layer").ClickAsync();
        await reader.UntilAddressAsync("leads=shown");
        await reader.Page.Locator(".list .lead-word").First.WaitForAsync();
        Assert.Equal("1", await reader.CountAsync());

        await reader.Titles.Filter(new() { HasText = "Title of lead-07" }).ClickAsync();
        await reader.Page.Locator(".lead-notice").WaitForAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Promote to incident" }).ClickAsync();
        await reader.UntilAddressAsync("sel=promoted-lead-07");
        await reader.Page.GetByText("Made from a lead, which stays as it came").WaitForAsync();
        await reader.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('live-count')].some(e => e.shadowRoot?.textContent === '2')");

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "the original" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "The incident that was made of it" }).WaitForAsync();
    }

    [Theory]
    [InlineData("/datasets", ColorScheme.Light)]
    [InlineData("/leads", ColorScheme.Dark)]
    [InlineData("/?leads=shown&colour=dataset&sel=hamlet-lead", ColorScheme.Light)]
    [InlineData("/filters/source", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_and_nothing_overflows_a_phone(string path, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, path, 390, 844, scheme);
        var findings = await reader.Page.RunAxe();

        Assert.Empty(findings.Violations.Where(found => found.Impact is "serious" or "critical")
            .Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static ILocator Timeline(Reader reader) => reader.Page.Locator("incident-timeline");

    /// <summary>How many colours there are in a small piece of the timeline's upper edge.</summary>
    private static Task<int> ColoursAsync(Reader reader, int x, int width) => Timeline(reader).Locator(".timeline-canvas").EvaluateAsync<int>(
        "(canvas, [x, width]) => new Set(new Uint32Array(canvas.getContext('2d').getImageData(x, 2, width, 8).data.buffer)).size", new[] { x, width });

    /// <summary>The starter dataset, and a small one that was collected in January 2024 only.</summary>
    public sealed class TwoDatasets : IAsyncLifetime
    {
        public DashboardServer Server { get; private set; } = null!;

        public Chromium Chromium { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await DashboardServer.StartAsync(StarterDataset.Load(), Hamlets());
            Chromium = await Chromium.LaunchAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Chromium.DisposeAsync();
            await Server.DisposeAsync();
        }

        private static Dataset Hamlets()
        {
            var dataset = Dataset(At(5, 34.2, 41.3, "one"), At(12, 34.6, 42.1, "two"), At(20, 35.1, 42.6, "three"), At(22, 35.4, 41.0, "lead") with { IsLead = true });
            return dataset with
            {
                Description = new DatasetDescription("hamlets", "Hamlet attacks", "", "CC BY 4.0", "", new TimeWindow(Samples.At(2024, 1, 1), Samples.At(2024, 2, 1))),
            };
        }

        private static Domain.Incidents.Incident At(int day, double latitude, double longitude, string name) => Incident(
            $"hamlet-{name}",
            new Occurrence(Samples.At(2024, 1, day), null, TimeSpan.Zero, TimePrecision.Day),
            new PointGeometry(Located(latitude, longitude, 500)));
    }
}
