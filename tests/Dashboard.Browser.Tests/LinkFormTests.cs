using Dashboard.Browser.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Links with an end, with less in them, at one revision: made on the page to share from, sent to somebody else.</summary>
public sealed class LinkFormTests(Stage stage) : IClassFixture<Stage>
{
    private const string View = "from=2024-01-18&to=2024-02-09&kind=attack&map=34,41,6";

    [Fact]
    public async Task A_frozen_link_from_one_browser_is_the_same_in_another_pixel_by_pixel()
    {
        await using var sender = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/share?{View}");
        await sender.Page.GetByText("Frozen at revision 1").ClickAsync();
        var link = await MakeAsync(sender);
        await sender.UntilReadyAsync(link);
        await sender.GoAsync(new Uri(link).PathAndQuery);
        await using var receiver = await Reader.ArriveAsync(stage.Chromium, stage.Server, new Uri(link).PathAndQuery);

        Assert.Equal("3", await receiver.CountAsync());
        Assert.Equal(sender.Query, receiver.Query);
        await sender.RestAsync();
        await receiver.RestAsync();
        Assert.Equal(await sender.Map.ScreenshotAsync(), await receiver.Map.ScreenshotAsync());
        Assert.Equal(await sender.Page.Locator("incident-timeline").ScreenshotAsync(), await receiver.Page.Locator("incident-timeline").ScreenshotAsync());
    }

    [Fact]
    public async Task What_is_kept_back_is_seen_before_the_link_is_made_and_is_not_in_it()
    {
        await using var sender = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/share?{View}");
        await sender.Page.Locator("[name=link-km]").SelectOptionAsync("10");
        await sender.Page.Locator("[name=link-without][value=titles]").CheckAsync();
        await sender.Page.GetByText("Coordinates rounded to 10 km. Withheld: names of places, titles.").WaitForAsync();
        var picture = sender.Page.GetByAltText("The view as the link shows it");
        await picture.ScrollIntoViewIfNeededAsync();
        await sender.Page.WaitForFunctionAsync("() => document.querySelector('[data-link-before] img')?.naturalWidth === 1200");

        var link = await MakeAsync(sender);
        await sender.UntilReadyAsync(link);
        await using var receiver = await Reader.ArriveAsync(stage.Chromium, stage.Server, new Uri(link).PathAndQuery);
        await receiver.UntilCountedAsync(3);
        Assert.DoesNotContain(await receiver.Titles.AllInnerTextsAsync(), title => title.Contains("Tower 22", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_a_link_is_made_looked_at_and_ended()
    {
        await using var sender = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/share?{View}", scripts: false);
        await sender.Page.Locator("[name=link-title]").FillAsync("To be ended");
        await sender.Page.Locator("[name=link-without][value=titles]").CheckAsync();
        await sender.Page.GetByRole(AriaRole.Button, new() { Name = "See what it shows" }).ClickAsync();
        await sender.Page.GetByText("This view as it is then. Withheld: titles.").WaitForAsync();
        var link = await MakeAsync(sender);

        var kept = sender.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "To be ended" });
        await kept.GetByRole(AriaRole.Link, new() { Name = "End it…" }).ClickAsync();
        await sender.Page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await sender.Page.WaitForURLAsync("**/links#link-*", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal(404, (await sender.Page.APIRequest.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_short_link_is_made_on_the_page_to_share_from_and_stays_there()
    {
        await using var sender = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/share?{View}");
        await sender.Page.GetByRole(AriaRole.Button, new() { Name = "Make a short link" }).ClickAsync();
        await sender.Page.GetByText("Short link copied").WaitForAsync();
        var link = await sender.Page.GetByRole(AriaRole.Textbox, new() { Name = "The short link" }).InnerTextAsync();
        Assert.Equal(link, await sender.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.StartsWith($"{stage.Server.Address}s/", link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/share?{View}&link-km=50", 390, 844, ColorScheme.Dark)]
    [InlineData($"/share?{View}&link-km=50", 1440, 900, ColorScheme.Light)]
    [InlineData("/links", 390, 844, ColorScheme.Light)]
    [InlineData("/links", 1440, 900, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(string path, int width, int height, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, path, width, height, scheme);
        Assert.Empty((await reader.Page.RunAxe()).Violations.Where(found => found.Impact is "serious" or "critical")
            .Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static async Task<string> MakeAsync(Reader sender)
    {
        await sender.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await sender.Page.GetByRole(AriaRole.Heading, new() { Name = "The link is made" }).WaitForAsync();
        return await sender.Page.GetByRole(AriaRole.Textbox, new() { Name = "The link" }).InnerTextAsync();
    }
}
