using Dashboard.Browser.Tests.Harness;
using Dashboard.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Texts that would be scripts if a page took them for markup, in every field, brought to every place where a browser shows them.</summary>
public sealed class StoredTextTests
{
    private static readonly string[] _payloads =
    [
        "<script>window.hurt = 1</script>",
        "<img src=x onerror=\"window.hurt = 1\">",
        "\"><svg onload=window.hurt=1>",
        "'-window.hurt=1-'",
        "javascript:window.hurt=1",
        "</script></textarea></style></title><iframe srcdoc='<script>parent.hurt=1</script>'>",
        "{{constructor.constructor('window.hurt=1')()}}${window.hurt=1}",
        "\u202Etxt.exe\u202C البوكمال <b onmouseover=window.hurt=1>bold</b>",
    ];

    [Fact]
    public async Task Nothing_that_is_stored_runs_in_list_map_timeline_search_panel_or_page()
    {
        var dataset = new WordyDataset { Description = _payloads[0], Texts = _payloads, Codes = [.. _payloads.Select((_, number) => $"code{number}")] }.Make();
        await using var server = await DashboardServer.StartAsync(dataset);
        await using var chromium = await Chromium.LaunchAsync();
        await using var reader = await Reader.ArriveAsync(chromium, server);
        Assert.Equal(_payloads.Order(StringComparer.Ordinal), (await reader.Titles.AllInnerTextsAsync()).Distinct().Order(StringComparer.Ordinal));

        await PointAtEverythingAsync(reader.Page, reader.Map);
        await PointAtEverythingAsync(reader.Page, reader.Page.Locator("incident-timeline"));
        for (var number = 0; number < _payloads.Length; number++)
        {
            await reader.GoAsync($"/?sel={WordyDataset.SlugOf(number)}&q={Uri.EscapeDataString(_payloads[number])}");
            Assert.Equal(_payloads[number], await reader.OpenIncident.InnerTextAsync());
            foreach (var tab in await reader.Page.GetByRole(AriaRole.Tab).AllAsync())
            {
                await tab.ClickAsync();
            }

            await reader.GoAsync($"/incidents/{WordyDataset.SlugOf(number)}");
            Assert.Equal(_payloads[number], await reader.Page.Locator("h1").InnerTextAsync());
        }

        await reader.GoAsync("/");
        await reader.RestAsync();
        Assert.Null(await reader.Page.EvaluateAsync<int?>("window.hurt"));
        Assert.Equal(0, await reader.Page.Locator("iframe, b[onmouseover], svg[onload], img[onerror]").CountAsync());
    }

    /// <summary>Brings every tooltip there is: sweeps the pointer over the whole picture, and clicks its middle.</summary>
    private static async Task PointAtEverythingAsync(IPage page, ILocator picture)
    {
        var box = (await picture.BoundingBoxAsync())!;
        for (var y = box.Y + 10; y < box.Y + box.Height; y += 40)
        {
            await page.Mouse.MoveAsync(box.X + 5, y);
            await page.Mouse.MoveAsync(box.X + box.Width - 5, y, new() { Steps = 12 });
        }

        Assert.Null(await page.EvaluateAsync<int?>("window.hurt"));
        await page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
    }
}
