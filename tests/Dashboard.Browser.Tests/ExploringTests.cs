using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Choosing, filtering, going back, and sending the address to somebody else.</summary>
public sealed class ExploringTests(Stage stage) : IClassFixture<Stage>
{
    private const string Tower22 = "2024-01-28-tower-22-drone-attack";

    [Fact]
    public async Task Selecting_in_the_list_opens_the_incident_and_the_address_says_so()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Titles.Filter(new() { HasText = "Tower 22, Jordan" }).First.ClickAsync();

        await reader.OpenIncident.WaitForAsync();
        Assert.Equal("Drone attack on Tower 22, Jordan", await reader.OpenIncident.InnerTextAsync());
        await reader.UntilAddressAsync($"sel={Tower22}");
    }

    [Fact]
    public async Task A_filter_narrows_list_and_count_and_its_chip_takes_it_away()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Option("Strike").ClickAsync();
        await reader.UntilCountedAsync(16);
        await reader.Option("Attack").ClickAsync();
        await reader.UntilCountedAsync(25);
        Assert.Equal("true", await reader.Option("Strike").GetAttributeAsync("aria-checked"));

        await reader.Page.Locator(".chip", new() { HasText = "Strike" }).ClickAsync();
        await reader.UntilCountedAsync(9);
        Assert.Contains("kind=attack", reader.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("strike", reader.Query, StringComparison.Ordinal);

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Clear all" }).ClickAsync();
        await reader.UntilCountedAsync(43);
    }

    [Fact]
    public async Task Search_finds_a_town_in_another_spelling_and_script_while_one_types()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Page.Keyboard.PressAsync("/");
        await reader.Page.Keyboard.TypeAsync("البوكمال");
        await reader.UntilAddressAsync("q=%D8%A7");
        await reader.Page.Locator(".chip", new() { HasText = "البوكمال" }).WaitForAsync();
        var arabic = await reader.Titles.AllInnerTextsAsync();

        await reader.GoAsync("/?q=abu kamal");
        Assert.Equal(arabic, await reader.Titles.AllInnerTextsAsync());
        Assert.Contains("US strikes on two storage sites near Albu Kamal", arabic);
    }

    [Fact]
    public async Task While_the_map_is_dragged_nothing_follows_the_pointer_and_the_page_is_not_laid_out_anew()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.RestAsync();
        var box = (await reader.Map.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var tip = reader.Page.Locator(".map-tip:not(.map-arc-tip)");
        // What the pointer rests on is said; the drag begins there.
        for (var step = 0; step < 40 && !await tip.IsVisibleAsync(); step++)
        {
            await reader.Page.Mouse.MoveAsync(box.X + (box.Width * (0.3f + (0.01f * step))), y, new() { Steps = 4 });
        }

        Assert.True(await tip.IsVisibleAsync());
        await reader.Page.EvaluateAsync("""
            () => {
              window.told = 0;
              document.querySelector('.map-tip').addEventListener('toggle', event => { window.told += event.newState === 'open' ? 1 : 0; });
            }
            """);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(x - 20, y, new() { Steps = 3 });
        await reader.RestAsync();

        var layouts = await reader.LayoutsAsync();
        await reader.Page.Mouse.MoveAsync(x - 60, y - 20, new() { Steps = 40 });
        Assert.False(await tip.IsVisibleAsync());
        Assert.InRange(await reader.LayoutsAsync() - layouts, 0, 10);
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("() => window.told"));
        await reader.Page.Mouse.UpAsync();
    }

    [Fact]
    public async Task No_style_depends_on_the_classes_of_whatever_holds_an_element()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        var costly = await reader.Page.EvaluateAsync<string[]>("""
            () => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(rule => (rule.selectorText ?? '').split(','))
              .filter(selector => /\[class\W.*\] +(\*|:)/.test(selector))
            """);
        Assert.Equal([], costly);
    }

    [Fact]
    public async Task Back_undoes_one_choice_after_the_other_and_forward_repeats_them()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Option("Attack").ClickAsync();
        await reader.UntilCountedAsync(9);
        await reader.Titles.First.ClickAsync();
        await reader.OpenIncident.WaitForAsync();

        await reader.Page.GoBackAsync();
        await reader.OpenIncident.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await reader.UntilCountedAsync(9);
        await reader.Page.GoBackAsync();
        await reader.UntilCountedAsync(43);
        await reader.Page.GoForwardAsync();
        await reader.UntilCountedAsync(9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(300)]
    public async Task Back_twice_in_a_row_undoes_two_choices_also_while_the_map_is_on_its_way(int milliseconds)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Option("Attack").ClickAsync();
        await reader.UntilCountedAsync(9);
        await reader.Titles.First.ClickAsync();
        await reader.OpenIncident.WaitForAsync();

        await reader.Page.EvaluateAsync("milliseconds => new Promise(next => setTimeout(() => { history.back(); next(); }, milliseconds))", milliseconds);
        await reader.Page.EvaluateAsync("history.back()");
        await reader.UntilCountedAsync(43);
        await reader.RestAsync();
        Assert.DoesNotMatch("kind|sel", reader.Query);
        Assert.Equal("43", await reader.CountAsync());
        await reader.Page.GoForwardAsync();
        await reader.UntilCountedAsync(9);
        await reader.Page.GoForwardAsync();
        await reader.OpenIncident.WaitForAsync();
    }

    [Fact]
    public async Task A_copied_link_opens_as_the_very_same_view_in_another_browser()
    {
        await using var sender = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=attack&kind=strike&from=2024-01-18&to=2024-02-09&tz=us-eastern");
        await sender.Titles.First.ClickAsync();
        await sender.OpenIncident.WaitForAsync();
        await sender.Page.Keyboard.PressAsync("s");
        await sender.Page.Keyboard.PressAsync("Enter");
        await sender.Page.GetByText("Link copied").WaitForAsync();
        var link = await sender.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(sender.Page.Url, link);

        await using var receiver = await Reader.ArriveAsync(stage.Chromium, stage.Server, new Uri(link).PathAndQuery);
        Assert.Equal(await sender.CountAsync(), await receiver.CountAsync());
        Assert.Equal(await sender.OpenIncident.InnerTextAsync(), await receiver.OpenIncident.InnerTextAsync());
        await sender.RestAsync();
        await receiver.RestAsync();
        Assert.Equal(await sender.Map.ScreenshotAsync(), await receiver.Map.ScreenshotAsync());
        Assert.Equal(await sender.Page.Locator("incident-timeline").ScreenshotAsync(), await receiver.Page.Locator("incident-timeline").ScreenshotAsync());
    }

    [Fact]
    public async Task A_half_broken_address_shows_what_could_be_read_and_says_what_was_ignored()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=attack&from=yesterday&map=91,0,5&zoom=3&%00=%ff");

        Assert.Equal("9", await reader.CountAsync());
        var notice = await reader.Page.Locator(".notice").InnerTextAsync();
        Assert.All(["from", "map", "zoom"], key => Assert.Contains(key, notice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_known_only_to_a_country_is_listed_beside_the_map()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Page.GetByText("2 not placed on the map").ClickAsync();

        Assert.Equal(
            ["US and coalition presence in Iraq and Syria (Operation Inherent Resolve)", "Militia attack campaign on US forces in Iraq, Syria and Jordan"],
            (await reader.Page.Locator(".not-placed li").AllInnerTextsAsync()).Select(text => text.Trim()));
    }

    [Fact]
    public async Task The_theme_is_chosen_here_and_stays_without_a_cookie()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: system" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: light" }).ClickAsync();
        Assert.Equal("dark", await reader.Page.Locator("html").GetAttributeAsync("data-theme"));

        await reader.Page.ReloadAsync();
        Assert.Equal("dark", await reader.Page.Locator("html").GetAttributeAsync("data-theme"));
    }
}
