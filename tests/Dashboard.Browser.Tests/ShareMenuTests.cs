using Dashboard.Browser.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>The menu behind the share button, on the dashboard and on the page of an incident.</summary>
public sealed class ShareMenuTests(Stage stage) : IClassFixture<Stage>
{
    private const string View = "/?from=2024-01-18&to=2024-02-09&kind=attack";
    private const string Focused = "document.activeElement.innerText.split('\\n')[0].trim()";

    [Fact]
    public async Task The_menu_is_opened_walked_and_left_with_the_keyboard_alone()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        var keyboard = reader.Page.Keyboard;
        await keyboard.PressAsync("s");
        await MenuOf(reader).WaitForAsync();

        var visited = new List<string> { await reader.Page.EvaluateAsync<string>(Focused) };
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowDown", "c", "q", "Home" })
        {
            await keyboard.PressAsync(key);
            visited.Add(await reader.Page.EvaluateAsync<string>(Focused));
        }

        Assert.Equal(["Copy link", "Short link", "QR code", "Short link", "More…", "Copy link", "Cite", "QR code", "Copy link"], visited);
        await keyboard.PressAsync("Escape");
        await MenuOf(reader).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal(("Share", "false"), (await reader.Page.EvaluateAsync<string>(Focused), await ButtonOf(reader).GetAttributeAsync("aria-expanded")));
        Assert.Equal("?from=2024-01-18&kind=attack&to=2024-02-09", Sorted(reader.Query));
    }

    [Fact]
    public async Task The_menu_is_used_with_a_pointer_and_closes_when_something_else_is_pointed_at()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await ButtonOf(reader).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Copy link" }).ClickAsync();
        await reader.Page.GetByText("Link copied").WaitForAsync();
        Assert.Equal(reader.Page.Url, await reader.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Assertions.Expect(MenuOf(reader)).ToBeHiddenAsync();

        await ButtonOf(reader).ClickAsync();
        await MenuOf(reader).WaitForAsync();
        await reader.Map.ClickAsync(new() { Position = new() { X = 300, Y = 400 } });
        await Assertions.Expect(MenuOf(reader)).ToBeHiddenAsync();

        await ButtonOf(reader).ClickAsync();
        await ButtonOf(reader).ClickAsync();
        await Assertions.Expect(MenuOf(reader)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_the_menu_leads_to_is_the_view_as_it_is_right_now()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await reader.Pane.PressAsync("ArrowRight");
        await reader.UntilAddressAsync("from=2024-01-(19|2)");
        await reader.Page.Keyboard.PressAsync("s");
        var (here, cite) = (reader.Query, reader.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Cite" }));
        Assert.Equal($"/share{here}#cite", await cite.GetAttributeAsync("href"));
        await cite.ClickAsync();
        await reader.Page.WaitForURLAsync("**/share**#cite", new() { WaitUntil = WaitUntilState.Commit });
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Cite" }).WaitForAsync();
    }

    [Fact]
    public async Task A_short_link_leads_to_the_same_view_and_the_same_view_has_the_same_one()
    {
        await using var sender = await Reader.ArriveAsync(stage.Chromium, stage.Server, View);
        await ChooseAsync(sender, "Short link");
        await sender.Page.GetByText("Short link copied").WaitForAsync();
        var link = await sender.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith($"{stage.Server.Address}s/", link, StringComparison.Ordinal);

        await using var receiver = await Reader.ArriveAsync(stage.Chromium, stage.Server, new Uri(link).PathAndQuery);
        Assert.Equal((Sorted(sender.Query), await sender.CountAsync()), (Sorted(receiver.Query), await receiver.CountAsync()));
        await ChooseAsync(receiver, "Short link");
        await receiver.Page.GetByText("Short link copied").WaitForAsync();
        Assert.Equal(link, await receiver.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task A_phone_reads_the_code_from_the_screen(int width, int height, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View, width, height, scheme);
        await ChooseAsync(reader, "QR code");
        var sheet = reader.Page.GetByRole(AriaRole.Dialog);
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('.code-picture').naturalWidth > 0");
        var words = await sheet.Locator(".code-address").InnerTextAsync();
        Assert.Equal($"http://{words}", await QrReader.ReadAsync(reader.Page, await reader.Page.ScreenshotAsync()));
        Assert.Equal("rgb(255, 255, 255)", await sheet.EvaluateAsync<string>("sheet => getComputedStyle(sheet).backgroundColor"));
        Assert.Empty(Serious(await reader.Page.RunAxe()));

        await reader.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToHaveCountAsync(0);
        Assert.Equal("Share", await reader.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()"));
    }

    [Theory]
    [InlineData("/", 1440, 900, ColorScheme.Light)]
    [InlineData("/", 768, 1024, ColorScheme.Dark)]
    [InlineData("/", 390, 844, ColorScheme.Light)]
    [InlineData("/incidents/2024-01-28-tower-22-drone-attack", 390, 844, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_while_the_menu_is_open(string path, int width, int height, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, path, width, height, scheme);
        await ButtonOf(reader).ClickAsync();
        await MenuOf(reader).WaitForAsync();
        Assert.Empty(Serious(await reader.Page.RunAxe()));
        Assert.True(await MenuOf(reader).EvaluateAsync<bool>("menu => { const box = menu.parentElement.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; }"));
    }

    [Fact]
    public async Task Without_scripts_the_button_leads_to_the_page_that_has_it_all_and_to_a_code()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, View, scripts: false);
        await ButtonOf(reader).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Link", Exact = true }).WaitForAsync();
        var code = await reader.Page.GetByTitle("The QR code by itself, as large as the screen").GetAttributeAsync("href");
        Assert.Equal("/qr.svg?from=2024-01-18&to=2024-02-09&kind=attack", code);
        Assert.True((await reader.Page.APIRequest.GetAsync(new Uri(stage.Server.Address, code).ToString())).Ok);
    }

    [Fact]
    public async Task The_page_of_an_incident_is_shared_with_the_incident_open()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/incidents/2024-01-28-tower-22-drone-attack");
        await ButtonOf(reader).ClickAsync();
        Assert.Equal("/share?sel=2024-01-28-tower-22-drone-attack#picture", await reader.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Picture" }).GetAttributeAsync("href"));
        await reader.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Copy link" }).ClickAsync();
        await reader.Page.GetByText("Link copied").WaitForAsync();
        Assert.Equal(reader.Page.Url, await reader.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    private static ILocator ButtonOf(Reader reader) => reader.Page.Locator("share-menu > a");

    private static ILocator MenuOf(Reader reader) => reader.Page.GetByRole(AriaRole.Menu, new() { Name = "Share" });

    private static async Task ChooseAsync(Reader reader, string name)
    {
        await ButtonOf(reader).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Menuitem, new() { Name = name }).ClickAsync();
    }

    private static string Sorted(string query) => $"?{string.Join('&', query.TrimStart('?').Split('&').Order(StringComparer.Ordinal))}";

    private static IEnumerable<string> Serious(Deque.AxeCore.Commons.AxeResult result) => result.Violations
        .Where(found => found.Impact is "serious" or "critical").Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}");
}
