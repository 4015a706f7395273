using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Benchmarks;

/// <summary>What one first visit cost, and how the window moved under the pointer.</summary>
public sealed record Visit
{
    /// <summary>Marks the moments at which the map has drawn and the circuit lives, from navigation start, in milliseconds.</summary>
    private const string WatchScript = """
        window.moments = {};
        const look = () => {
          if (document.querySelector('incident-map[data-drawn]')) window.moments.map ??= performance.now();
          if (document.querySelector('[data-circuit=alive]')) window.moments.circuit ??= performance.now();
          if (!window.moments.map || !window.moments.circuit) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """;

    /// <summary>Drags the window's pane back and forth, one step a frame, and times the work of each frame to its end.</summary>
    private const string ScrubScript = """
        async () => {
          const pane = document.querySelector('incident-timeline [data-part=pane]');
          const box = pane.getBoundingClientRect();
          const at = x => ({ clientX: x, clientY: box.y + box.height / 2, pointerId: 1, button: 0, buttons: 1, isPrimary: true, bubbles: true, cancelable: true });
          const frame = () => new Promise(next => requestAnimationFrame(next));
          const painted = () => new Promise(next => { const c = new MessageChannel(); c.port1.onmessage = next; c.port2.postMessage(0); });
          const middle = box.x + box.width / 2;
          pane.dispatchEvent(new PointerEvent('pointerdown', at(middle)));
          const work = [], begin = performance.now();
          for (let i = 1; i <= 120; i++) {
            await frame();
            const start = performance.now();
            pane.dispatchEvent(new PointerEvent('pointermove', at(middle - 150 * Math.sin(i / 20))));
            await frame();
            await painted();
            work.push(performance.now() - start);
          }
          const seconds = (performance.now() - begin) / 1000;
          pane.dispatchEvent(new PointerEvent('pointerup', at(middle)));
          return [...work, 240 / seconds];
        }
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
        var scrub = await page.EvaluateAsync<double[]>(ScrubScript);
        var work = scrub[..^1].Order().ToArray();
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
            FramesPerSecond = scrub[^1],
        };
    }
}
