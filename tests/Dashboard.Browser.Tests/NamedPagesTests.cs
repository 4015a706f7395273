using Dashboard.Browser.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The pages of actors and places, whose names are in several scripts.</summary>
public sealed class NamedPagesTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("/actors/act-kh", 1440, ColorScheme.Light)]
    [InlineData("/actors/act-kh", 390, ColorScheme.Dark)]
    [InlineData("/places/pl-albukamal", 1440, ColorScheme.Dark)]
    [InlineData("/places/pl-albukamal", 390, ColorScheme.Light)]
    public async Task Axe_finds_nothing_and_nothing_stands_out_of_the_page(string path, int width, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, path, width, 900, scheme);

        var findings = await reader.Page.RunAxe();
        Assert.Empty(findings.Violations.Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData("/actors/act-kh", "كتائب حزب الله")]
    [InlineData("/places/pl-albukamal", "البوكمال")]
    public async Task An_Arabic_name_runs_from_right_to_left_and_its_note_stands_after_it(string path, string name)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, path, scripts: false);
        var alias = reader.Page.Locator("bdi[lang=ar]", new() { HasText = name });

        Assert.Equal("rtl", await alias.EvaluateAsync<string>("element => getComputedStyle(element).direction"));
        var (text, note) = (await alias.BoundingBoxAsync(), await alias.Locator("+ .alias-note").BoundingBoxAsync());
        Assert.True(note!.X > text!.X + text.Width);
    }

    [Fact]
    public async Task From_the_dashboard_to_an_actor_and_back_to_its_map()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?actor=act-kh");
        await reader.TabToAsync("About Kata'ib Hezbollah");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.UntilAddressAsync("/actors/act-kh$");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Perpetrator 4" }).ClickAsync();
        await reader.UntilAddressAsync("role=perpetrator");
        Assert.Equal(4, await reader.Page.Locator(".named-incidents > li").CountAsync());

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Map and timeline of it" }).ClickAsync();
        await reader.UntilAliveAsync();
        await reader.UntilCountedAsync(15);
    }

    [Fact]
    public async Task From_an_incident_to_its_place_and_to_all_that_lies_around()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?sel=2023-10-27-albu-kamal-us-strikes");
        await reader.Page.Locator(".place-words a").First.ClickAsync();
        await reader.UntilAddressAsync("/places/pl-albukamal$");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Show the area on the map" }).ClickAsync();
        await reader.UntilAliveAsync();
        await reader.UntilCountedAsync(7);
    }
}
