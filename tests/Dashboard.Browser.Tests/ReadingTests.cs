using Dashboard.Browser.Tests.Harness;

namespace Dashboard.Browser.Tests;

/// <summary>The page as plain HTML: what a reader without scripts gets.</summary>
public sealed class ReadingTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task The_list_reads_without_scripts()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/?kind=attack", scripts: false);

        Assert.Equal("9", await reader.CountAsync());
        Assert.Equal(9, await reader.Titles.CountAsync());
        Assert.Contains("Drone attack on Tower 22, Jordan", await reader.Titles.AllInnerTextsAsync());
    }

    [Fact]
    public async Task Filters_and_incidents_open_without_scripts()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, scripts: false);
        await reader.Option("Attack").ClickAsync();
        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Drone attack on Tower 22, Jordan" }).ClickAsync();

        Assert.Equal("?kind=attack&sel=2024-01-28-tower-22-drone-attack", reader.Query);
        Assert.Equal("Drone attack on Tower 22, Jordan", await reader.OpenIncident.InnerTextAsync());
    }

    [Fact]
    public async Task An_incident_has_a_page_of_its_own_that_needs_no_scripts_and_no_circuit()
    {
        await using var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/incidents/2024-01-28-tower-22-drone-attack", scripts: false);

        Assert.Equal("Drone attack on Tower 22, Jordan", await reader.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(0, await reader.Page.Locator("script:not([src*='theme'], [src*='sharing'])").CountAsync());
    }
}
