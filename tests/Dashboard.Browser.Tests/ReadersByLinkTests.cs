using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Where readers need a link, an open page is no way around it.</summary>
public sealed class ReadersByLinkTests
{
    [Fact]
    public async Task An_open_page_shows_what_its_link_shows_and_goes_nowhere_else()
    {
        await using var server = await DashboardServer.StartWithAsync("--readers", "by-link");
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

        await reader.Page.EvaluateAsync("Blazor.navigateTo('/?kind=strike')");
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in, or open a link" }).WaitForAsync();
        Assert.Equal(0, await reader.Titles.CountAsync());
    }
}
