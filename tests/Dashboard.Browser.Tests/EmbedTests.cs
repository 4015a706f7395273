using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A view in a frame of another site.</summary>
public sealed class EmbedTests
{
    private const string View = "from=2023-11-01&to=2023-12-01&kind=attack";

    [Fact]
    public async Task A_view_lives_in_the_frame_of_a_site_that_may_show_it_and_leaves_no_trace()
    {
        using var site = new OtherSite();
        await using var server = await DashboardServer.StartWithAsync("--embed-in", site.Origin);
        await using var chromium = await Chromium.LaunchAsync();
        await using var profile = await chromium.NewProfileAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await VisitAsync(profile, server, site);
        var frame = page.FrameLocator("iframe");

        await frame.Locator("incident-map[data-live]").WaitForAsync();
        var history = await page.EvaluateAsync<int>("history.length");
        var full = frame.Locator("full-view a");
        await frame.GetByRole(AriaRole.Slider, new() { Name = "Time window", Exact = true }).PressAsync("ArrowRight");
        await full.DispatchEventAsync("pointerdown");

        // The link leads to where the frame is, and the site's own way back has not grown.
        Assert.StartsWith($"{server.Address}?from=", await full.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Equal(history, await page.EvaluateAsync<int>("history.length"));
        Assert.Empty(await profile.CookiesAsync());

        await page.EvaluateAsync("document.querySelector('iframe').width = 360");
        await Assertions.Expect(frame.Locator(".map")).ToHaveCSSAsync("width", "360px");
    }

    [Fact]
    public async Task On_any_other_site_the_frame_stays_blank()
    {
        using var site = new OtherSite();
        await using var server = await DashboardServer.StartWithAsync("--embed-in", "http://news.example");
        await using var chromium = await Chromium.LaunchAsync();
        await using var profile = await chromium.NewProfileAsync(new());
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await VisitAsync(profile, server, site, message => refused.TrySetResult(message.Text));

        Assert.Contains("frame-ancestors 'self' http://news.example", await refused.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Frames, frame => frame.Url.StartsWith(server.Address.ToString(), StringComparison.Ordinal));
    }

    private static async Task<IPage> VisitAsync(IBrowserContext profile, DashboardServer server, OtherSite site, Action<IConsoleMessage>? hear = null)
    {
        site.Show($"<!DOCTYPE html><title>News</title><link rel=\"icon\" href=\"data:,\"><iframe src=\"{server.Address}embed?{View}\" width=\"800\" height=\"560\"></iframe>");
        var page = await profile.NewPageAsync();
        page.Console += (_, message) => hear?.Invoke(message);
        await page.GotoAsync(site.Origin, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }
}
