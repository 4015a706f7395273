using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A story: by keyboard, and in a frame of another site.</summary>
public sealed class StoryTests
{
    private static readonly (string Query, string Heading)[] _steps =
    [
        ("kind=attack&from=2023-10-17&to=2023-11-30&map=34.3,41.5,6", "Attacks begin"),
        ("kind=attack&from=2024-01-20&to=2024-01-29&map=33.31,38.7,8", "Tower 22"),
        ("kind=strike&from=2024-02-02&to=2024-02-05&map=34.6,40.9,7", "The answer"),
    ];

    [Fact]
    public async Task A_story_is_gone_through_by_keyboard_and_each_step_is_a_link()
    {
        await using var server = await DashboardServer.StartAsync();
        await TellAsync(server);
        await using var chromium = await Chromium.LaunchAsync();
        await using var profile = await chromium.NewProfileAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await profile.NewPageAsync();
        await page.GotoAsync($"{server.Address}stories/a-story");
        await page.Locator("story-player[data-live]").WaitForAsync();
        await Heading(page, "A story", level: 1);

        foreach (var (number, heading, window) in new[] { (1, "Attacks begin", "17 Oct"), (2, "Tower 22", "20 Jan"), (3, "The answer", "2 Feb") })
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Heading(page, heading, level: 2);
            await Assertions.Expect(page).ToHaveURLAsync($"{server.Address}stories/a-story#{number}");
            await Assertions.Expect(page.Locator(".story-floor")).ToContainTextAsync(window);
        }

        // The last one stays, and Back goes to the step before.
        await page.Keyboard.PressAsync("ArrowRight");
        await Heading(page, "The answer", level: 2);
        await page.GoBackAsync();
        await Heading(page, "Tower 22", level: 2);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Heading(page, "Attacks begin", level: 2);

        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).First).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).First).ToHaveAttributeAsync("aria-pressed", "false");

        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{server.Address}stories/a-story#3");
        await Heading(page, "The answer", level: 2);
        Assert.Empty(await profile.CookiesAsync());
    }

    [Fact]
    public async Task Without_scripts_every_step_is_read()
    {
        await using var server = await DashboardServer.StartAsync();
        await TellAsync(server);
        await using var chromium = await Chromium.LaunchAsync();
        await using var profile = await chromium.NewProfileAsync(new() { JavaScriptEnabled = false });
        var page = await profile.NewPageAsync();
        await page.GotoAsync($"{server.Address}stories/a-story");
        foreach (var (_, heading) in _steps)
        {
            await Heading(page, heading, level: 2);
        }

        await Assertions.Expect(page.Locator(".story-picture img")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("incident-map")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_story_lives_in_the_frame_of_another_site_and_leaves_no_trace()
    {
        using var site = new OtherSite();
        await using var server = await DashboardServer.StartWithAsync("--embed-in", site.Origin);
        await TellAsync(server);
        await using var chromium = await Chromium.LaunchAsync();
        await using var profile = await chromium.NewProfileAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        site.Show($"<!DOCTYPE html><title>News</title><link rel=\"icon\" href=\"data:,\"><iframe src=\"{server.Address}stories/a-story/embed\" width=\"900\" height=\"640\"></iframe>");
        var page = await profile.NewPageAsync();
        await page.GotoAsync(site.Origin, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var frame = page.FrameLocator("iframe");
        await frame.Locator("story-player[data-live]").WaitForAsync();
        var history = await page.EvaluateAsync<int>("history.length");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Next step" }).ClickAsync();

        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Tower 22", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(history, await page.EvaluateAsync<int>("history.length"));
        Assert.Empty(await profile.CookiesAsync());
    }

    private static Task Heading(IPage page, string name, int level) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true, Level = level })).ToBeVisibleAsync();

    private static async Task TellAsync(DashboardServer server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        foreach (var (query, heading) in _steps)
        {
            using var form = new FormUrlEncodedContent([new("query", query), new("heading", heading), new("text", "Words."), new("title", "A story"), new("story", heading == _steps[0].Heading ? "" : "a-story")]);
            using var answer = await client.PostAsync(new Uri("/stories", UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        }
    }
}
