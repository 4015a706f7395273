using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A page that stays open while the link that it is seen through is ended.</summary>
public sealed class EndedLinkTests
{
    [Fact]
    public async Task An_open_page_closes_within_half_a_minute_and_its_tiles_are_gone_at_once()
    {
        await using var server = await DashboardServer.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        await using var editor = await Reader.ArriveAsync(chromium, server, "/share?kind=attack");
        await editor.Page.Locator("[name=link-lock]").CheckAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Heading, new() { Name = "The link is made" }).WaitForAsync();
        var link = await editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "The link" }).InnerTextAsync();
        await editor.UntilReadyAsync(link);
        await using var reader = await Reader.ArriveAsync(chromium, server, new Uri(link).PathAndQuery, isElsewhere: true);
        await reader.UntilCountedAsync(9);
        await reader.Page.Locator("[data-circuit=alive]").WaitForAsync();
        var marks = await reader.Page.Locator("explore-view").GetAttributeAsync("marks");
        var tile = new Uri(server.Address, marks!.Replace("/marks", "/tiles/0/0/0", StringComparison.Ordinal)).ToString();
        Assert.Equal(200, (await reader.Page.APIRequest.GetAsync(tile)).Status);

        await editor.GoAsync("/links");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "End it…" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();

        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "This link opens nothing" }).WaitForAsync();
        Assert.Equal((0, 404), (await reader.Titles.CountAsync(), (await reader.Page.APIRequest.GetAsync(tile)).Status));
    }
}
