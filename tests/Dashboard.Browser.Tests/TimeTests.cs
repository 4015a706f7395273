using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Moving the window and playing time: the browser shows every frame, the page follows when it settles.</summary>
public sealed class TimeTests(Stage stage) : IClassFixture<Stage>
{
    private const string Windowed = "/?from=2024-01-18&to=2024-02-09";

    [Fact]
    public async Task Dragging_the_window_counts_in_the_browser_and_the_list_follows_when_it_settles()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Windowed);
        Assert.Equal("25", await reader.CountAsync());
        var box = (await reader.Pane.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 3);

        await reader.Page.Mouse.MoveAsync(x, y);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(x - 400, y, new() { Steps = 20 });
        var moving = await reader.CountAsync();
        Assert.NotEqual("25", moving);
        Assert.Equal(25, await reader.Titles.CountAsync());

        await reader.Page.Mouse.UpAsync();
        await reader.UntilCountedAsync(int.Parse(moving, System.Globalization.CultureInfo.InvariantCulture));
        await reader.UntilAddressAsync("from=202[34]-[0-9-]+");
        Assert.DoesNotContain("from=2024-01-18&", reader.Query, StringComparison.Ordinal);
        var told = reader.Page.Locator(".timeline-live[aria-live]");
        Assert.StartsWith($"{moving} incidents, ", await told.TextContentAsync(), StringComparison.Ordinal);

        await reader.Page.GoBackAsync();
        await reader.UntilCountedAsync(25);
        Assert.Contains("from=2024-01-18&to=2024-02-09", reader.Query, StringComparison.Ordinal);
        Assert.Equal("", await told.TextContentAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?from=2023-11-21&to=2023-11-21")]
    [InlineData("/?from=2024-02-02T21:00Z&to=2024-02-02T21:00:01Z")]
    [InlineData("/?from=2024-02-03")]
    [InlineData("/?to=2023-10-07T03:29Z")]
    [InlineData("/?kind=strike&country=SY&from=2023-11-01&to=2024-02-02")]
    [InlineData("/?actor=act-iran&status=disputed&from=2024-01-01")]
    [InlineData("/?q=baghdad&to=2024-01-27")]
    [InlineData("/?precision=3000&from=2023-10-18&to=2024-01-20")]
    [InlineData("/?bbox=38,32,42,36&from=2023-10-18&to=2024-02-10")]
    [InlineData("/?from=1990-01-01&to=1990-12-31")]
    public async Task The_browser_counts_what_the_server_counts(string view)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, view);
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('live-count').shadowRoot?.querySelector('slot') === null");
        var server = await reader.Page.Locator("live-count").First.TextContentAsync();

        Assert.Equal(server, await reader.CountAsync());
        Assert.Equal(server, (await reader.Titles.CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_gesture_says_little_over_the_socket_and_only_when_it_settles()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Windowed, watchesSocket: true);
        var box = (await reader.Pane.BoundingBoxAsync())!;
        await reader.RestAsync();
        var before = reader.SentFrames;

        await reader.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 3);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(box.X + box.Width / 2 - 300, box.Y + box.Height / 3, new() { Steps = 40 });
        Assert.Equal(before, reader.SentFrames);
        await reader.Page.Mouse.UpAsync();
        await reader.RestAsync();
        Assert.InRange(reader.SentFrames - before, 1, 5);
    }

    [Fact]
    public async Task While_the_window_moves_the_page_is_not_laid_out_anew()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Windowed);
        var box = (await reader.Pane.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 3);
        await reader.Page.Mouse.MoveAsync(x, y);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(x - 30, y, new() { Steps = 5 });
        await reader.RestAsync();

        var (layouts, dates) = (await reader.LayoutsAsync(), await reader.Page.Locator(".timeline-dates").TextContentAsync());
        await reader.Page.Mouse.MoveAsync(x - 90, y, new() { Steps = 40 });
        Assert.NotEqual(dates, await reader.Page.Locator(".timeline-dates").TextContentAsync());
        Assert.InRange(await reader.LayoutsAsync() - layouts, 0, 10);

        await reader.Page.Mouse.UpAsync();
        await reader.Page.Locator(".timeline-dates").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        Assert.False(await reader.Page.Locator(".timeline-words canvas").IsVisibleAsync());
    }

    [Fact]
    public async Task What_is_drawn_while_the_window_moves_has_the_colours_of_the_page()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Windowed);
        Assert.InRange(await DrawnWordsAsync(reader, -60), 1, 80);

        await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.InRange(await DrawnWordsAsync(reader, 60), 175, 255);
    }

    [Fact]
    public async Task The_window_is_moved_shrunk_and_grown_by_keys()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Windowed);
        await reader.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        await reader.Page.WaitForFunctionAsync("() => !location.search.includes('from=2024-01-18')");
        await reader.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await reader.UntilAddressAsync("from=2024-01-18&to=2024-02-09");

        var length = await reader.WindowDaysAsync();
        await reader.Page.Keyboard.PressAsync("]");
        await reader.Page.WaitForFunctionAsync("() => !location.search.includes('from=2024-01-18&to=2024-02-09')");
        Assert.True(await reader.WindowDaysAsync() > length);
        await reader.Page.Keyboard.PressAsync("[");
        await reader.UntilAddressAsync("from=2024-01-18&to=2024-02-09");
    }

    [Fact]
    public async Task Playing_moves_the_window_and_pausing_tells_the_page()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?from=2023-11-01&to=2023-11-07");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await reader.Page.WaitForFunctionAsync("() => !location.search.includes('from=2023-11-01&')");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

        await reader.RestAsync();
        var count = await reader.CountAsync();
        Assert.Equal(count, (await reader.Titles.CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(7, await reader.WindowDaysAsync(), tolerance: 0.01);
    }

    [Fact]
    public async Task Arrow_keys_step_through_the_incidents()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?sel=2024-01-28-tower-22-drone-attack");
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        await reader.Page.WaitForFunctionAsync("() => !location.search.includes('tower-22')");
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        await reader.UntilAddressAsync("sel=2024-01-28-tower-22-drone-attack");
    }

    /// <summary>Drags the window; how light the dates are that are drawn meanwhile: red, green and blue of their strongest pixels, in the mean.</summary>
    private static async Task<double> DrawnWordsAsync(Reader reader, float by)
    {
        var box = (await reader.Pane.BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 3);
        await reader.Page.Mouse.MoveAsync(x, y);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(x + by, y, new() { Steps = 10 });
        var drawn = reader.Page.Locator(".timeline-words canvas");
        await drawn.WaitForAsync(new() { State = WaitForSelectorState.Visible });
        var light = await drawn.EvaluateAsync<double>("""
            canvas => {
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const strong = Array.from({ length: data.length / 4 }, (_, i) => 4 * i).filter(i => data[i + 3] > 200);
              return strong.reduce((sum, i) => sum + data[i] + data[i + 1] + data[i + 2], 0) / 3 / strong.length;
            }
            """);
        await reader.Page.Mouse.UpAsync();
        await drawn.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        return light;
    }
}
