using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Benchmarks;

/// <summary>What one first visit cost, and how the window moved under the pointer.</summary>
public sealed record Visit
{
    private const int Steps = 180;

    /// <summary>
    /// Notes, in milliseconds from the start of the navigation, when the map has drawn (it lives, land and marks are there, and
    /// a frame has passed) and when the circuit lives; and what every animation frame cost in script.
    /// </summary>
    private const string WatchScript = """
        window.moments = {};
        window.frames = [];
        window.ask = window.requestAnimationFrame.bind(window);
        window.ticks = [];
        window.requestAnimationFrame = callback => ask(time => {
          const start = performance.now();
          callback(time);
          const cost = performance.now() - start;
          const last = frames.at(-1);
          last?.time === time ? last.cost += cost : frames.push({ time, cost });
        });
        const has = part => performance.getEntriesByType('resource').some(resource => resource.name.includes(part) && resource.responseEnd > 0);
        let isComplete = false;
        const look = () => {
          if (isComplete) moments.map ??= performance.now();
          isComplete ||= document.querySelector('incident-map[data-live]') !== null && has('/marks') && has('basemap/land');
          if (document.querySelector('[data-circuit=alive]')) moments.circuit ??= performance.now();
          if (!moments.map || !moments.circuit) ask(look);
        };
        ask(look);
        """;

    public required int Requests { get; init; }

    public required double WireBytes { get; init; }

    public required double FirstByte { get; init; }

    public required double FirstPaint { get; init; }

    public required double MapReady { get; init; }

    public required double CircuitReady { get; init; }

    public required double ScrubMedian { get; init; }

    public required double ScrubP95 { get; init; }

    public required double FramesPerSecond { get; init; }

    public static async Task<Visit> MakeAsync(Chromium chromium, Uri address)
    {
        await using var profile = await chromium.NewProfileAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await profile.NewPageAsync();
        await page.AddInitScriptAsync(WatchScript);
        await page.GotoAsync(new Uri(address, "/?from=2024-01-18&to=2024-02-09").ToString());
        await page.WaitForFunctionAsync("() => window.moments.map && window.moments.circuit");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var network = await page.EvaluateAsync<double[]>("""
            () => {
              const page = performance.getEntriesByType('navigation')[0];
              const all = [page, ...performance.getEntriesByType('resource')];
              const paint = performance.getEntriesByName('first-contentful-paint')[0];
              return [all.length, all.reduce((sum, one) => sum + one.transferSize, 0), page.responseStart, paint?.startTime ?? NaN, moments.map, moments.circuit];
            }
            """);
        var (work, framesPerSecond) = await ScrubAsync(page);
        return new Visit
        {
            Requests = (int)network[0],
            WireBytes = network[1],
            FirstByte = network[2],
            FirstPaint = network[3],
            MapReady = network[4],
            CircuitReady = network[5],
            ScrubMedian = work[work.Length / 2],
            ScrubP95 = work[(int)(work.Length * 0.95)],
            FramesPerSecond = framesPerSecond,
        };
    }

    /// <summary>Drags the window back and forth with the mouse. Answers the script cost of each frame, sorted, and the frame rate.</summary>
    private static async Task<(double[] Work, double FramesPerSecond)> ScrubAsync(IPage page)
    {
        var pane = (await page.GetByRole(AriaRole.Slider, new() { Name = "Time window", Exact = true }).BoundingBoxAsync())!;
        var (x, y) = (pane.X + pane.Width / 2, pane.Y + pane.Height / 3);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("() => { frames.length = 0; ticks = []; const tick = time => { ticks.push(time); ask(tick); }; ask(tick); }");
        for (var step = 1; step <= Steps; step++)
        {
            await page.Mouse.MoveAsync((float)(x - 200 + 200 * Math.Cos(step / 20.0)), y);
        }

        var costs = await page.EvaluateAsync<double[]>("() => frames.map(frame => frame.cost)");
        var framesPerSecond = await page.EvaluateAsync<double>("() => 1000 * (ticks.length - 1) / (ticks.at(-1) - ticks[0])");
        await page.Mouse.UpAsync();
        return ([.. costs.Order()], framesPerSecond);
    }
}
