using Dashboard.Browser.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

public sealed class AccessibilityTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string, int, int, ColorScheme> Views => new MatrixTheoryData<string, (int Width, int Height), ColorScheme>(
        ["/", "/?from=2024-01-18&to=2024-02-09&sel=2024-01-28-tower-22-drone-attack", "/?asof=2024-02-03&sel=2024-01-28-tower-22-drone-attack", "/incidents/2024-01-28-tower-22-drone-attack", "/licences", "/import", "/nowhere", "/?q=nothing-is-called-this"],
        [(1440, 900), (768, 1024), (390, 844)],
        [ColorScheme.Light, ColorScheme.Dark]).Aggregate(new TheoryData<string, int, int, ColorScheme>(), (all, row) =>
        {
            var (path, size, scheme) = row.Data;
            all.Add(path, size.Width, size.Height, scheme);
            return all;
        });

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_serious(string path, int width, int height, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, path, width, height, scheme, losesServer: path == "/nowhere");
        var findings = await reader.Page.RunAxe();

        Assert.Empty(findings.Violations.Where(found => found.Impact is "serious" or "critical")
            .Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task The_whole_way_to_an_incident_and_back_is_walked_with_the_keyboard_alone()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.TabToAsync("Strike");
        await reader.Page.Keyboard.PressAsync("Space");
        await reader.UntilCountedAsync(16);

        await reader.TabToAsync("US strikes on two storage sites near Albu Kamal");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.OpenIncident.WaitForAsync();
        Assert.Equal("US strikes on two storage sites near Albu Kamal", await reader.OpenIncident.InnerTextAsync());

        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.UntilCountedAsync(16);
    }

    [Fact]
    public async Task The_map_is_walked_with_arrow_keys_and_enter_selects()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=attack&from=2024-01-20&to=2024-01-28");
        await reader.Page.Locator("incident-map [role=application]").FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.OpenIncident.WaitForAsync();
        await reader.UntilAddressAsync("sel=2024-01-2");
    }

    [Fact]
    public async Task Text_runs_from_right_to_left_without_breaking_the_page()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server);
        await reader.Page.EvaluateAsync("document.documentElement.dir = 'rtl'");

        // "1–5" must not be read "5–1", nor "18 Jan" as "Jan 18": the digits keep their order on screen, measured from where they stand.
        var isInOrder = await reader.Page.Locator(".list td[data-part=toll] b", new() { HasText = "–" }).First.EvaluateAsync<bool>("""
            element => {
              const text = element.firstChild;
              const left = i => { const range = document.createRange(); range.setStart(text, i); range.setEnd(text, i + 1); return range.getBoundingClientRect().left; };
              return left(0) < left(text.data.indexOf('–') + 1);
            }
            """);
        Assert.True(isInOrder);

        var overflow = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }
}
