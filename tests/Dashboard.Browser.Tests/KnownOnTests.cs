using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The second scrubber: a person goes back to what was known on a day.</summary>
public sealed class KnownOnTests(Stage stage) : IClassFixture<Stage>
{
    private const string OnTheThird = "/?asof=2024-02-03";

    [Fact]
    public async Task It_is_opened_by_its_button_and_by_its_key_and_takes_the_keys_at_once()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        Assert.False(await Bar(reader).IsVisibleAsync());

        await reader.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(Scrubber(reader)).ToBeFocusedAsync();
        Assert.Equal("now", await Scrubber(reader).GetAttributeAsync("aria-valuetext"));
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        await reader.UntilAddressAsync("asof=2025-01-01");

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Now", Exact = true }).ClickAsync();
        await reader.UntilCountedAsync(43);
        Assert.Equal("", reader.Query);
        await reader.Page.Locator("label[for=show-known]").ClickAsync();
        await Assertions.Expect(Bar(reader)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Its_keys_go_from_news_to_news_from_month_to_month_and_to_the_ends()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, OnTheThird);
        await reader.UntilCountedAsync(37);
        await reader.RestAsync();
        await Scrubber(reader).FocusAsync();

        foreach (var (key, day) in new[] { ("ArrowLeft", "2 Feb 2024"), ("ArrowRight", "3 Feb 2024"), ("ArrowUp", "4 Feb 2024"), ("PageDown", "4 Jan 2024"), ("PageUp", "4 Feb 2024"), ("Home", "9 Dec 2021"), ("End", "15 Jul 2025") })
        {
            await reader.Page.Keyboard.PressAsync(key);
            Assert.Equal(day, await Scrubber(reader).GetAttributeAsync("aria-valuetext"));
        }

        await reader.UntilAddressAsync("asof=2025-07-15");
        await reader.UntilCountedAsync(43);
    }

    [Fact]
    public async Task Dragging_shows_the_day_at_once_and_redraws_when_it_rests()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, OnTheThird);
        await reader.UntilCountedAsync(37);
        var box = (await Scrubber(reader).BoundingBoxAsync())!;
        var at = await Scrubber(reader).EvaluateAsync<double>("input => input.value / input.max");

        await reader.Page.Mouse.MoveAsync((float)(box.X + 8 + at * (box.Width - 16)), box.Y + box.Height / 2);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(box.X + 9, box.Y + box.Height / 2, new() { Steps = 4 });
        Assert.Equal("9 Dec 2021", await reader.Page.Locator(".known-bubble").TextContentAsync());
        await reader.Page.Mouse.UpAsync();

        await reader.UntilAddressAsync("asof=2021-12-09");
        await reader.UntilCountedAsync(2);
        await reader.Page.GoBackAsync();
        await reader.UntilCountedAsync(37);
    }

    [Fact]
    public async Task The_browser_counts_a_day_as_the_page_does_and_every_link_keeps_it()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?asof=2024-01-29");
        await reader.UntilCountedAsync(25);
        Assert.Equal(25, await reader.Titles.CountAsync());

        await reader.Option("Attack").ClickAsync();
        await reader.UntilAddressAsync("kind=attack");
        Assert.Contains("asof=2024-01-29", reader.Query, StringComparison.Ordinal);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Drone attack on Tower 22, Jordan" }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".results-incident .later-toll")).ToHaveTextAsync("later: 25–47 → 25–100, best estimate 47");
        Assert.Contains("asof=2024-01-29", reader.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_right_to_left_it_runs_from_right_to_left()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, OnTheThird);
        await reader.Page.EvaluateAsync("() => { document.documentElement.dir = 'rtl'; }");
        await Scrubber(reader).FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowLeft");

        Assert.Equal("4 Feb 2024", await Scrubber(reader).GetAttributeAsync("aria-valuetext"));
    }

    [Fact]
    public async Task Under_a_finger_everything_is_large_enough()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, OnTheThird, 390, 844);

        foreach (var control in await Bar(reader).Locator("a:visible, button:visible, input:visible").AllAsync())
        {
            Assert.InRange((await control.BoundingBoxAsync())!.Height, 44, 200);
        }
    }

    private static ILocator Bar(Reader reader) => reader.Page.Locator(".known-bar");

    private static ILocator Scrubber(Reader reader) => reader.Page.GetByRole(AriaRole.Slider, new() { Name = "As known on", Exact = true });
}
