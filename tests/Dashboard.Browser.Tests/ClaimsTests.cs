using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Who claimed what, as it is seen on a page and in the panel beside the map.</summary>
public sealed class ClaimsTests(Stage stage) : IClassFixture<Stage>
{
    private const string Tower22 = "2024-01-28-tower-22-drone-attack";
    private const string Strikes = "/incidents/2024-02-03-us-strikes-iraq-syria";

    [Theory]
    [InlineData(1440)]
    [InlineData(768)]
    [InlineData(390)]
    public async Task The_steps_of_a_toll_rise_from_left_to_right_and_no_label_lies_on_another(int width)
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/incidents/{Tower22}", width, 900, scripts: false);
        var chart = reader.Page.Locator(".toll-chart").Nth(1);

        Assert.Equal(["25", "34+", "40+", "47", "100+", "80+", "41"], await chart.Locator(".toll-value").AllTextContentsAsync());
        Assert.Equal(0, await Overlaps(chart.Locator(".toll-value")));
        Assert.Equal(0, await Overlaps(chart.Locator(".step-date")));
        Assert.Equal(0, await Overlaps(chart.Locator(width < 600 ? ".toll-keys > span" : ".step-who")));
        Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_step_tells_all_about_itself_when_it_is_reached_with_the_keyboard()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/incidents/{Tower22}", scripts: false);
        var step = reader.Page.Locator(".toll-chart").Nth(1).Locator(".toll-step").Nth(1);
        await reader.TabToAsync("34+ people injured");

        Assert.True(await step.Locator(".step-tip").IsVisibleAsync());
        Assert.Equal("34+ people injured: at least 34. CENTCOM (update), 28 Jan 2024, asserted", await step.Locator(".step-tip").InnerTextAsync());
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.UntilAddressAsync("#claim-cl-147$");
        Assert.Contains("CENTCOM (update)", await reader.Page.Locator(".claim:target").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retracted_claim_leads_to_its_correction_and_on_to_where_accounts_differ()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Strikes, scripts: false);
        var claim = reader.Page.Locator(".claim", new() { HasText = "Iraq was told before the strikes" }).First;

        Assert.Equal("retracted", (await claim.Locator(".status").InnerTextAsync()).Trim());
        Assert.Equal(1, await claim.Locator(".status svg").CountAsync());
        await claim.Locator(".retraction a").ClickAsync();
        await reader.UntilAddressAsync("/incidents/2024-02-05-us-withdraws-prior-notice-claim$");
        Assert.Contains("linked to the correction", await reader.Page.Locator("#conflict-13").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_of_the_ledger_stand_under_each_other_from_one_point_to_the_next()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, Strikes, scripts: false);

        foreach (var column in new[] { ".claim-date", ".claim-by", ".claim-what", ".claim-status" })
        {
            var lefts = await reader.Page.Locator($".ledger[aria-label=Claims] {column}").EvaluateAllAsync<double[]>("cells => [...new Set(cells.map(cell => cell.getBoundingClientRect().left))]");
            Assert.Single(lefts);
        }
    }

    [Fact]
    public async Task The_panel_beside_the_map_has_the_same_claims_and_says_where_accounts_differ()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, $"/?sel={Tower22}");
        var panel = reader.Page.Locator(".results article");

        Assert.Equal(25, await panel.Locator(".incident-tabs .claim").CountAsync());
        Assert.Equal(2, await panel.Locator(".toll-chart").CountAsync());
        await Assertions.Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Where accounts differ" })).ToBeVisibleAsync();
        Assert.Equal(5, await panel.Locator(".conflict").CountAsync());
        Assert.True(await panel.EvaluateAsync<bool>("article => article.scrollWidth <= article.clientWidth"));
    }

    /// <summary>How many pairs of these lie on one another.</summary>
    private static Task<int> Overlaps(ILocator labels) => labels.EvaluateAllAsync<int>("""
        labels => {
          const boxes = labels.map(label => label.getBoundingClientRect());
          const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
          return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => meet(a, b))).length;
        }
        """);
}
