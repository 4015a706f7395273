using System.Collections.Concurrent;
using Dashboard.Browser.Tests.Harness;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using Dashboard.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A view of more incidents than are sent one by one: drawn and counted from time-tiles.</summary>
public sealed class ManyIncidentsTests(ManyIncidentsTests.ManyStage stage) : IClassFixture<ManyIncidentsTests.ManyStage>
{
    private const int Incidents = 4_000;

    [Fact]
    public async Task A_window_that_is_dragged_is_counted_as_the_server_counts_it_and_asks_for_nothing_until_it_settles()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?from=2024-02-01&to=2024-02-20", watchesSocket: true);
        await UntilDottedAsync(reader);
        await reader.RestAsync();
        Assert.Equal(await ServerCountAsync(reader), await reader.CountAsync());
        var requests = new ConcurrentQueue<string>();
        reader.Page.Request += (_, request) => requests.Enqueue(new Uri(request.Url).AbsolutePath);
        var (frames, before) = (reader.SentFrames, await reader.CountAsync());
        var box = (await reader.Pane.BoundingBoxAsync())!;

        await reader.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 3));
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(box.X + (box.Width / 2) + 300, box.Y + (box.Height / 3), new() { Steps = 40 });
        Assert.NotEqual(before, await reader.CountAsync());
        Assert.Equal(frames, reader.SentFrames);
        // Whenever the address changes, Chromium looks up the page's icon, which it has.
        Assert.DoesNotContain(requests, path => !path.StartsWith("/icons/", StringComparison.Ordinal));
        await reader.Page.Mouse.UpAsync();
        await reader.RestAsync();

        Assert.InRange(reader.SentFrames - frames, 1, 5);
        Assert.Equal(await ServerCountAsync(reader), await reader.CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&from=2024-02-01T05:30Z&to=2024-02-20T00:00Z")]
    public async Task Where_nothing_moves_every_incident_of_the_window_is_a_dot_to_the_pixel(string time)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/?map=34,41,6{time}");

        await UntilDottedAsync(reader);
        await reader.RestAsync();

        var dots = await reader.Page.EvaluateAsync<Dots>("""
            () => {
              const [stage, canvas] = ['.map-stage', '.map-canvas-dots'].map(name => document.querySelector(name));
              const [outer, inner] = [stage.getBoundingClientRect(), canvas.getBoundingClientRect()];
              const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
              return {
                left: inner.left - outer.left - outer.width / 2, top: inner.top - outer.top - outer.height / 2, width: canvas.width,
                coloured: [...pixels.keys()].filter(pixel => pixels[pixel] !== 0),
              };
            }
            """);
        var window = time.Length == 0 ? default : new TimeWindow(new(2024, 2, 1, 5, 30, 0, TimeSpan.Zero), new(2024, 2, 20, 0, 0, 0, TimeSpan.Zero));
        var (middleX, middleY) = World(new GeoPoint(34, 41));
        var (left, top) = (Math.Round(middleX + dots.Left), Math.Round(middleY + dots.Top));
        var expected = ScatteredIncidents.Dataset(Incidents).Incidents
            .Where(incident => !incident.IsLead && incident.Occurrence?.Meets(window) == true)
            .Select(incident => incident.Geometry).OfType<PointGeometry>()
            .Select(geometry => World(geometry.Location.Point))
            .SelectMany(point => from x in new[] { 0, 1 } from y in new[] { 0, 1 } select ((int)(Math.Floor(point.Y) - top + y) * dots.Width) + (int)(Math.Floor(point.X) - left + x))
            .Distinct().Order();
        Assert.Equal(expected, dots.Coloured);
    }

    [Fact]
    public async Task A_wheel_that_turns_on_asks_for_what_it_comes_to_and_for_nothing_that_it_passes_also_without_motion()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await reader.RestAsync();

        // The second turn comes in the very frame in which the first was drawn, however long that takes.
        var passed = await reader.Page.EvaluateAsync<string[]>("""
            async () => {
              const stage = document.querySelector('.map-stage');
              const { left, top, width, height } = stage.getBoundingClientRect();
              const turn = () => stage.dispatchEvent(new WheelEvent('wheel', {
                deltaY: -240, clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true }));
              const [asked, own] = [[], window.fetch];
              window.fetch = (...request) => { asked.push(String(request[0])); return own(...request); };
              turn();
              await new Promise(drawn => requestAnimationFrame(drawn));
              turn();
              window.fetch = own;
              return asked;
            }
            """);

        Assert.Equal([], passed);
        await reader.UntilAddressAsync("map="); // it has come to rest
        await reader.RestAsync();
    }

    [Fact]
    public async Task Where_the_pointer_is_on_the_button_that_zooms_the_next_tiles_are_there_before_it_is_pressed()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?map=34,41,5");
        await UntilDottedAsync(reader);
        await reader.RestAsync();
        var tiles = new ConcurrentQueue<string>();
        reader.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/tiles/", StringComparison.Ordinal) && !request.Url.Contains("side=", StringComparison.Ordinal))
            {
                tiles.Enqueue(new Uri(request.Url).AbsolutePath);
            }
        };
        var button = reader.Page.Locator("incident-map [aria-label='Zoom in']");

        await button.HoverAsync();
        await reader.RestAsync();
        var ahead = tiles.ToArray();
        Assert.NotEmpty(ahead);
        Assert.All(ahead, path => Assert.Contains("/tiles/5/", path));
        await button.ClickAsync();
        await reader.UntilAddressAsync("map=[^&]*,6(&|$)");
        await UntilDottedAsync(reader);
        await reader.RestAsync();

        Assert.Equal(ahead, tiles.Where(path => path.Contains("/tiles/5/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_page_fetches_ahead_is_what_the_first_picture_is_drawn_from()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?from=2024-02-01&to=2024-02-20T05:30Z&colour=dataset");

        var fetched = await reader.Page.EvaluateAsync<int[]>("""
            async () => {
              const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
              const ahead = [...page.querySelectorAll('link[rel=preload][as=fetch]')].map(link => new URL(link.getAttribute('href'), location.href).href);
              const names = performance.getEntriesByType('resource').map(({ name }) => name);
              return ahead.filter(address => address.includes('/data/')).map(address => names.filter(name => name === address).length);
            }
            """);

        Assert.Equal([1, 1, 1], fetched);
    }

    /// <summary>The last that a map of many comes to, when nothing moves.</summary>
    private static Task UntilDottedAsync(Reader reader) => reader.Page.Locator(".map-canvas-dots:not([hidden])").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>In pixels of the whole world at zoom 6.</summary>
    private static (double X, double Y) World(GeoPoint point)
    {
        var (size, sine) = (256 << 6, Math.Sin(point.Latitude * Math.PI / 180));
        return (((point.Longitude / 360) + 0.5) * size, (0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))) * size);
    }

    private sealed record Dots(double Left, double Top, int Width, int[] Coloured)
    {
        public Dots() : this(0, 0, 0, [])
        {
        }
    }

    /// <summary>What the page says of the same view without scripts.</summary>
    private static Task<string> ServerCountAsync(Reader reader) => reader.Page.EvaluateAsync<string>("""
        async () => new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html').querySelector('live-count').textContent.trim()
        """);

    public sealed class ManyStage : IAsyncLifetime
    {
        public DashboardServer Server { get; private set; } = null!;

        public Chromium Chromium { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await DashboardServer.StartAsync(ScatteredIncidents.Dataset(Incidents));
            Chromium = await Chromium.LaunchAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Chromium.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
