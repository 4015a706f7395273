using Dashboard.Browser.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Somebody presents, others follow: each in a browser profile of their own.</summary>
public sealed class BriefingTests(Stage stage) : IClassFixture<Stage>
{
    private const string AlbuKamal = "US strikes on two storage sites near Albu Kamal";

    private const string Values = "keys => JSON.stringify(keys.map(key => new URLSearchParams(location.search).getAll(key)))";

    public static TheoryData<int, int, ColorScheme> Screens => new()
    {
        { 1440, 900, ColorScheme.Light },
        { 1440, 900, ColorScheme.Dark },
        { 768, 1024, ColorScheme.Light },
        { 768, 1024, ColorScheme.Dark },
        { 390, 844, ColorScheme.Light },
        { 390, 844, ColorScheme.Dark },
    };

    [Fact]
    public async Task A_follower_and_a_latecomer_see_what_the_presenter_sees()
    {
        await using var presenter = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=strike#present");
        var link = await PresentAsync(presenter);
        await using var follower = await Reader.ArriveAsync(stage.Chromium, stage.Server, link);
        await SaysAsync(follower, "Following Ada");
        await SaysAsync(presenter, "1 follows");
        var history = await follower.Page.EvaluateAsync<int>("history.length");

        await DragMapAsync(presenter);
        await UntilSameAsync(presenter, follower, "map");
        await Assertions.Expect(follower.Page.Locator(".briefing-pointer[data-shown]")).ToHaveTextAsync("Ada");

        await presenter.Option("Attack").ClickAsync();
        await follower.UntilCountedAsync(25);

        await presenter.Titles.Filter(new() { HasText = AlbuKamal }).ClickAsync();
        await Assertions.Expect(follower.OpenIncident).ToHaveTextAsync(AlbuKamal);

        await presenter.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await UntilSameAsync(presenter, follower, "from");

        await presenter.Page.GetByRole(AriaRole.Link, new() { Name = "US Eastern" }).First.ClickAsync();
        await follower.UntilAddressAsync("tz=us-eastern");
        await UntilSameAsync(presenter, follower, "from", "to", "map", "sel", "kind", "tz");
        Assert.Equal(history, await follower.Page.EvaluateAsync<int>("history.length"));

        await using var latecomer = await Reader.ArriveAsync(stage.Chromium, stage.Server, link);
        await Assertions.Expect(latecomer.OpenIncident).ToHaveTextAsync(AlbuKamal);
        await UntilSameAsync(presenter, latecomer, "from", "to", "map", "sel", "kind", "tz");
        await SaysAsync(presenter, "2 follow");

        await follower.Page.ReloadAsync();
        await SaysAsync(follower, "Following Ada");
    }

    [Fact]
    public async Task What_is_presented_through_a_link_is_all_that_followers_see_even_where_readers_need_one()
    {
        await using var server = await DashboardServer.StartWithAsync("--readers", "by-link");
        await using var maker = await Reader.ArriveAsync(stage.Chromium, server, "/share?kind=attack");
        await maker.Page.Locator("[name=link-lock]").CheckAsync();
        await maker.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await maker.Page.GetByRole(AriaRole.Heading, new() { Name = "The link is made" }).WaitForAsync();
        var made = await maker.Page.GetByRole(AriaRole.Textbox, new() { Name = "The link" }).InnerTextAsync();
        await maker.UntilReadyAsync(made);
        var token = new Uri(made).AbsolutePath.Split('/')[^1];

        await using var presenter = await Reader.ArriveAsync(stage.Chromium, server, $"/?link={token}#present");
        var link = await PresentAsync(presenter);
        await using var follower = await Reader.ArriveAsync(stage.Chromium, server, link, isElsewhere: true);
        await SaysAsync(follower, "Following Ada");
        await follower.UntilCountedAsync(9);
        await DragMapAsync(presenter);
        await UntilSameAsync(presenter, follower, "map", "link");

        // The presenter goes where the link does not lead: nobody goes with them.
        await presenter.Page.EvaluateAsync("Blazor.navigateTo('/?kind=strike')");
        await presenter.UntilCountedAsync(16);
        await SaysAsync(presenter, "Not shown");
        await SaysAsync(follower, "Ada has paused");
        Assert.Equal(("9", token), (await follower.CountAsync(), System.Web.HttpUtility.ParseQueryString(follower.Query)["link"]));
    }

    [Fact]
    public async Task Who_touches_the_view_looks_around_alone_and_comes_back_by_button_or_key()
    {
        await using var presenter = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await presenter.Page.Keyboard.PressAsync("s");
        await presenter.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Present live" }).ClickAsync();
        await using var follower = await Reader.ArriveAsync(stage.Chromium, stage.Server, await PresentAsync(presenter));
        await SaysAsync(follower, "Following Ada");

        await follower.Page.Keyboard.PressAsync("s");
        await follower.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Copy link" }).ClickAsync();
        Assert.DoesNotContain("briefing", await follower.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);

        await DragMapAsync(follower);
        await SaysAsync(follower, "You are looking around");
        await follower.RestAsync();
        var own = follower.Query;
        await DragMapAsync(presenter);
        await presenter.Option("Strike").ClickAsync();
        await presenter.UntilCountedAsync(16);
        await follower.RestAsync();
        Assert.Equal(own, follower.Query);

        await follower.Page.Keyboard.PressAsync("j");
        await SaysAsync(follower, "Following Ada");
        await follower.UntilCountedAsync(16);
        await UntilSameAsync(presenter, follower, "map", "kind");

        await follower.Option("Attack").ClickAsync();
        await SaysAsync(follower, "You are looking around");
        await follower.UntilCountedAsync(25);
        await follower.Page.GetByRole(AriaRole.Button, new() { Name = "Rejoin" }).ClickAsync();
        await follower.UntilCountedAsync(16);

        await follower.Page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await Assertions.Expect(Bar(follower)).ToBeHiddenAsync();
        Assert.DoesNotContain("briefing=", follower.Query, StringComparison.Ordinal);
        await SaysAsync(presenter, "Nobody follows yet");
    }

    [Fact]
    public async Task Followers_are_told_when_the_presenter_pauses_is_away_and_ends()
    {
        await using var presenter = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=strike#present", losesServer: true);
        var link = await PresentAsync(presenter);
        await using var follower = await Reader.ArriveAsync(stage.Chromium, stage.Server, link);
        await SaysAsync(follower, "Following Ada");

        await Press(presenter, "Pause");
        await SaysAsync(follower, "Ada has paused");
        await presenter.Option("Attack").ClickAsync();
        await presenter.UntilCountedAsync(25);
        await follower.RestAsync();
        Assert.Equal("16", await follower.CountAsync());
        await Press(presenter, "Go on");
        await follower.UntilCountedAsync(25);

        var presented = presenter.Page.Url;
        await presenter.Page.GotoAsync(new Uri(stage.Server.Address, "/licences").ToString());
        await SaysAsync(follower, "The presenter is away");
        await presenter.GoAsync(presented);
        await SaysAsync(follower, "Following Ada");

        await Press(presenter, "Keep this view");
        await presenter.Page.GetByLabel("Heading").FillAsync("Where it began");
        await presenter.Page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await SaysAsync(presenter, "1 view kept");
        await Press(presenter, "End");
        await SaysAsync(follower, "The briefing has ended");
        await SaysAsync(presenter, "The briefing has ended");
        Assert.DoesNotContain("briefing=", follower.Query, StringComparison.Ordinal);
        await follower.UntilCountedAsync(25);

        await Press(presenter, "Copy kept views");
        Assert.Matches("^Where it began\nhttp://localhost:[0-9]+/\\?kind=.+\n$", await presenter.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Press(presenter, "Make a story");
        await presenter.Page.GetByLabel("Title of the story").FillAsync("How it went on");
        await presenter.Page.GetByRole(AriaRole.Button, new() { Name = "Make the story" }).ClickAsync();
        await presenter.UntilAddressAsync("/stories/[^/]+/edit$");
        Assert.Contains("Where it began", await presenter.Page.ContentAsync(), StringComparison.Ordinal);
        var late = await presenter.Page.GotoAsync(new Uri(stage.Server.Address, link).ToString());
        Assert.Equal(404, late!.Status);
    }

    [Fact]
    public async Task Without_scripts_the_present_view_is_shown_and_the_page_says_that_it_stands_still()
    {
        await using var presenter = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=strike#present");
        await using var follower = await Reader.ArriveAsync(stage.Chromium, stage.Server, await PresentAsync(presenter), scripts: false);

        Assert.Contains("Following needs scripts.", await follower.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(16, await follower.Titles.CountAsync());
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task Axe_finds_nothing_serious(int width, int height, ColorScheme scheme)
    {
        await using var presenter = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=strike#present", width, height, scheme);
        await presenter.Page.Locator("dialog[open]").WaitForAsync();
        await JudgeAsync(presenter);
        var link = await PresentAsync(presenter);
        await JudgeAsync(presenter);

        await using var follower = await Reader.ArriveAsync(stage.Chromium, stage.Server, link, width, height, scheme);
        await SaysAsync(follower, "Following Ada");
        await JudgeAsync(follower);
        await follower.Page.Keyboard.PressAsync("]");
        await SaysAsync(follower, "You are looking around");
        await JudgeAsync(follower);
    }

    private static ILocator Bar(Reader reader) => reader.Page.Locator(".briefing-bar");

    private static Task SaysAsync(Reader reader, string words) => Assertions.Expect(Bar(reader)).ToContainTextAsync(words);

    private static Task Press(Reader reader, string name) => Bar(reader).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Answers the question for a name.</summary>
    /// <returns>The path of the address that is copied.</returns>
    private static async Task<string> PresentAsync(Reader reader)
    {
        await reader.Page.GetByLabel("Your name").FillAsync("Ada");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Start and copy the link" }).ClickAsync();
        await SaysAsync(reader, "You are live");
        await reader.Page.Locator(".copy-note").WaitForAsync();
        return new Uri(await reader.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).AbsolutePath;
    }

    private static async Task DragMapAsync(Reader reader)
    {
        var box = (await reader.Page.Locator(".map-stage").BoundingBoxAsync())!;
        await reader.Page.Mouse.MoveAsync(box.X + 300, box.Y + 240);
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(box.X + 380, box.Y + 290, new() { Steps = 6 });
        await reader.Page.Mouse.UpAsync();
    }

    /// <summary>Waits until both address bars agree on some keys, and hold the first of them.</summary>
    private static async Task UntilSameAsync(Reader presenter, Reader follower, params string[] keys)
    {
        await presenter.UntilAddressAsync($"[?&]{keys[0]}=");
        await presenter.RestAsync();
        var wanted = await presenter.Page.EvaluateAsync<string>(Values, keys);
        await follower.Page.WaitForFunctionAsync($"([keys, wanted]) => ({Values})(keys) === wanted", new object[] { keys, wanted });
    }

    private static async Task JudgeAsync(Reader reader)
    {
        var findings = await reader.Page.RunAxe();
        Assert.Empty(findings.Violations.Where(found => found.Impact is "serious" or "critical")
            .Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}"));
    }
}
