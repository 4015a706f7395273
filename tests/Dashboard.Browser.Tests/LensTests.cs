using System.Globalization;
using System.Text.Json;
using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The whole view as US Central Command tells it: map, timeline, list and export agree on what it mentions.</summary>
public sealed class LensTests(Stage stage) : IClassFixture<Stage>
{
    private const string Faded = "/?lens=act-centcom";
    private const string Hidden = "/?lens=act-centcom&unmentioned=hidden";

    [Fact]
    public async Task What_the_lens_does_not_mention_is_faded_and_named_everywhere()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Faded);
        await UntilCountedAsync(reader, "mentioned", "10");
        await UntilCountedAsync(reader, null, "43");

        await Assertions.Expect(reader.Page.Locator(".lens-banner")).ToContainTextAsync("As claimed by US Central Command");
        await Assertions.Expect(reader.Page.Locator(".map-legend-name", new() { HasText = "Not mentioned by US Central Command" })).ToHaveCountAsync(1);
        Assert.Equal(33, await reader.Page.Locator(".list [data-mentioned=false]", new() { HasText = "not mentioned" }).CountAsync());
        Assert.Equal(10, await reader.Page.Locator(".list [data-mentioned=true]").CountAsync());
        var unmentioned = await MarksAsync(reader, mark => mark.TryGetProperty("unmentioned", out var is_) && is_.GetBoolean());
        Assert.Equal(33, unmentioned.Count);
        Assert.Equal(33, await ExportedAsync(reader, Faded, "false"));
    }

    [Fact]
    public async Task Hiding_the_others_leaves_what_is_mentioned_on_map_timeline_list_and_in_the_export()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Faded);
        await reader.Page.Locator(".lens-modes a", new() { HasText = "Hide" }).ClickAsync();
        await reader.UntilAddressAsync("lens=act-centcom&unmentioned=hidden$");
        await reader.UntilCountedAsync(10);

        Assert.Equal(10, (await MarksAsync(reader, _ => true)).Count);
        await Assertions.Expect(reader.Page.Locator(".map-legend-name", new() { HasText = "Not mentioned" })).ToHaveCountAsync(0);
        Assert.Equal((10, 0), (await ExportedAsync(reader, Hidden, "true"), await ExportedAsync(reader, Hidden, "false")));

        await reader.Page.Locator(".lens-banner").GetByRole(AriaRole.Link, new() { Name = "All accounts again" }).ClickAsync();
        await reader.UntilCountedAsync(43);
        Assert.Equal("", reader.Query);
    }

    [Fact]
    public async Task While_the_window_moves_both_counts_go_with_it_and_the_server_agrees_when_it_settles()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"{Faded}&from=2024-01-18&to=2024-02-09");
        await UntilCountedAsync(reader, null, "25");
        var before = await CountAsync(reader, "mentioned");
        var box = (await reader.Pane.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 3);
        await reader.Page.Mouse.MoveAsync(x, y);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(x - 400, y, new() { Steps = 20 });
        var (incidents, mentioned) = (await CountAsync(reader, null), await CountAsync(reader, "mentioned"));
        Assert.NotEqual("25", incidents);
        Assert.NotEqual(before, mentioned);

        await reader.Page.Mouse.UpAsync();
        await reader.UntilCountedAsync(int.Parse(incidents, CultureInfo.InvariantCulture));
        Assert.Equal(mentioned, (await reader.Page.Locator(".list [data-mentioned=true]").CountAsync()).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_lens_is_chosen_among_the_filters_and_stays_while_incidents_are_opened()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Page.GetByRole(AriaRole.Radio, new() { Name = "US Central Command" }).ClickAsync();
        await reader.UntilAddressAsync("lens=act-centcom$");
        await reader.Titles.Filter(new() { HasText = "Drone attack on Tower 22" }).ClickAsync();
        await Assertions.Expect(reader.OpenIncident).ToContainTextAsync("Tower 22");

        await Assertions.Expect(reader.Page.Locator(".lens-telling")).ToContainTextAsync("34+ people injured");
        await Assertions.Expect(reader.Page.Locator(".incident-tabs .lens-mark")).ToHaveCountAsync(3);
        Assert.True(await reader.Page.Locator(".results article").EvaluateAsync<bool>("article => article.scrollWidth <= article.clientWidth"));
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(768, 1024)]
    [InlineData(390, 844)]
    public async Task The_banner_is_in_sight_and_nothing_of_it_lies_on_another_part(int width, int height)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Faded, width, height);

        Assert.True(await reader.Page.EvaluateAsync<bool>("""
            () => {
              const parts = [...document.querySelectorAll('.lens-banner > :is(.lens-words, .lens-modes, .icon-button)')].map(part => part.getBoundingClientRect());
              return parts.length === 3 && parts.every((part, i) => part.left >= 0 && part.right <= innerWidth && (i === 0 || part.left >= parts[i - 1].right));
            }
            """));
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => { const { left, top, right, bottom } = document.querySelector('.lens-words').getBoundingClientRect(); return document.querySelector('.lens-banner').contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)); }"));
    }

    [Theory]
    [InlineData(Faded)]
    [InlineData(Hidden)]
    [InlineData("/?lens=act-cjtf-oir&unmentioned=hidden")]
    public async Task A_sheet_at_its_full_height_can_be_taken_down_again_under_the_banner(string view)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, view, 390, 844);
        await reader.Page.Locator(".sheet-handle").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("bottom-sheet")).ToHaveAttributeAsync("data-stop", "full");

        Assert.True(await reader.Page.EvaluateAsync<bool>("() => document.querySelector('.lens-banner').getBoundingClientRect().bottom <= document.querySelector('.sheet-handle').getBoundingClientRect().top"));
        await reader.Page.Locator(".sheet-handle").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("bottom-sheet")).Not.ToHaveAttributeAsync("data-stop", "full");
    }

    private static string Counter(string? of) => of is null ? "live-count:not([of]):visible" : $"live-count[of={of}]:visible";

    private static async Task<string> CountAsync(Reader reader, string? of) =>
        (await reader.Page.Locator(Counter(of)).First.EvaluateAsync<string>("element => element.shadowRoot?.textContent ?? element.textContent")).Trim();

    private static Task UntilCountedAsync(Reader reader, string? of, string count) =>
        Assertions.Expect(reader.Page.Locator(Counter(of)).First).ToHaveJSPropertyAsync("shadowRoot.textContent", count);

    /// <summary>What map and timeline draw from.</summary>
    private static async Task<IReadOnlyList<JsonElement>> MarksAsync(Reader reader, Func<JsonElement, bool> isMeant)
    {
        var text = await reader.Page.EvaluateAsync<string>("async () => await (await fetch(document.querySelector('explore-view').getAttribute('marks'))).text()");
        using var marks = JsonDocument.Parse(text);
        return [.. marks.RootElement.GetProperty("incidents").EnumerateArray().Where(isMeant).Select(mark => mark.Clone())];
    }

    /// <summary>How many rows of the table of a view say so of being mentioned.</summary>
    private static async Task<int> ExportedAsync(Reader reader, string view, string mentioned)
    {
        var table = await reader.Page.EvaluateAsync<string>("async address => await (await fetch(address)).text()", $"/export.csv{view[1..]}");
        return table.Split("\r\n").Count(line => line.Contains($",act-centcom,{mentioned},", StringComparison.Ordinal));
    }
}
