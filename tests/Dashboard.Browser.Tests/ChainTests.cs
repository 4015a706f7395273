using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Action and response, from Tower 22 on 28 January to 7 February: on the map, in the panel, and played.</summary>
public sealed class ChainTests(Stage stage) : IClassFixture<Stage>
{
    private const string Tower22 = "2024-01-28-tower-22-drone-attack";
    private const string View = "/?from=2024-01-20&to=2024-02-10&map=33.9,41.6,6.6&sel=" + Tower22;

    [Fact]
    public async Task The_arcs_from_Tower_22_carry_their_lag_and_the_one_that_the_record_contradicts_says_so()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await Label(reader, "rel-026").WaitForAsync();

        Assert.Equal("5.8 days later", await Label(reader, "rel-020").InnerTextAsync());
        Assert.Equal("10.7 days later", await Label(reader, "rel-032").InnerTextAsync());
        Assert.Contains("contradicted", await Label(reader, "rel-026").InnerTextAsync(), StringComparison.Ordinal);
        await Label(reader, "rel-026").HoverAsync();
        Assert.Contains("the record contradicts it and gives as motive: attacks on shipping and naval vessels", await reader.Page.Locator(".map-arc-tip").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("1 with an end not placed on the map", await reader.Page.Locator(".map-arc-note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Said, but the record contradicts it", await reader.Page.Locator(".map-legend").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_so_is_told_to_the_keyboard_too_and_a_label_leads_to_the_other_end()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await Label(reader, "rel-020").FocusAsync();

        Assert.Contains("Joe Biden says so · high confidence", await reader.Page.Locator(".map-arc-tip").InnerTextAsync(), StringComparison.Ordinal);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.UntilAddressAsync("sel=2024-02-03-us-strikes-iraq-syria");
    }

    [Fact]
    public async Task A_chain_is_stepped_through_by_keys_and_links_and_the_tab_stays_open()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await reader.Page.GetByRole(AriaRole.Tab, new() { Name = "Chain" }).ClickAsync();
        await reader.Page.Locator(".chain-step").First.WaitForAsync();
        await reader.Page.Keyboard.PressAsync(".");
        await Where(reader, "2 of 5");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Next in the chain (.)" }).ClickAsync();
        await Where(reader, "3 of 5");

        Assert.Equal("US strikes on 85+ targets in Iraq and Syria", await reader.Page.Locator(".chain-step[aria-current] .chain-link").InnerTextAsync());
        await reader.Page.Keyboard.PressAsync(",");
        await Where(reader, "2 of 5");
    }

    [Fact]
    public async Task A_chain_plays_from_its_first_step_until_somebody_does_something()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await Where(reader, "1 of 5");
        await reader.Page.Keyboard.PressAsync("p");
        await reader.UntilAddressAsync("from=2024-01-28&to=2024-01-28");
        await Where(reader, "2 of 5");
        await reader.UntilAddressAsync("from=2024-01-28&to=2024-01-30.*sel=2024-01-30-kataib-hezbollah-suspends-operations");
        await reader.Page.Locator("chain-steps[data-playing]").WaitForAsync();
        await reader.Page.Keyboard.PressAsync("Shift");

        await reader.Page.Locator("chain-steps:not([data-playing])").WaitForAsync();
    }

    [Fact]
    public async Task The_relations_of_all_incidents_are_a_link_too()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?from=2023-11-15&to=2023-11-30&map=33.6,43.4,8");
        Assert.Equal(0, await reader.Page.Locator(".map-arc-label").CountAsync());
        await reader.Page.Keyboard.PressAsync("r");
        await Label(reader, "rel-006").WaitForAsync();
        await reader.UntilAddressAsync("relations=all");

        await reader.GoAsync($"/{reader.Query}");
        await Label(reader, "rel-006").WaitForAsync();
        await reader.Page.Keyboard.PressAsync("r");
        await Label(reader, "rel-006").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await reader.UntilAddressAsync("^(?!.*relations)");
    }

    private static ILocator Label(Reader reader, string relation) => reader.Page.Locator($".map-arc-label[data-relation={relation}]");

    private static Task Where(Reader reader, string words) => reader.Page.Locator(".chain-where", new() { HasText = words }).WaitForAsync();
}
