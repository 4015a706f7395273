using Dashboard.Browser.Tests.Harness;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A person brings a file of their own, sees what it would change, and takes it back.</summary>
public sealed class ImportingTests : IAsyncLifetime
{
    private const string German = """
        Datum;Ort;Breite;Länge;Tote;Titel;Quelle;Lagebild
        24.01.2024;Deir ez-Zor;35,335;40,141;3;Angriff auf einen Posten;SANA;A-7
        25.01.2024;Tadmur;34,56;38,27;0;Drohne über Tadmur;Enab Baladi;A-8
        26.01.2024;تدمر;34,561;38,271;2;قصف على تدمر;عنب بلدي;A-9
        27.01.2024;Homs;134,7;36,72;1;Rakete auf Homs;SANA;A-10
        """;

    private DashboardServer _server = null!;
    private Chromium _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await DashboardServer.StartAsync();
        _chromium = await Chromium.LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_german_spreadsheet_gets_onto_the_map_and_off_it_again()
    {
        await using var reader = await Reader.ArriveAsync(_chromium, _server);
        await reader.Page.Keyboard.PressAsync("a");
        await reader.Page.Locator("file-drop[data-live]").WaitForAsync();
        await DropAsync(reader.Page, "vorfälle.csv", German);
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "What do the columns mean?" }).WaitForAsync();
        await reader.Page.GetByLabel("Lagebild").SelectOptionAsync(new SelectOptionValue { Label = "Id in the source" });
        await reader.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Vorfälle");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show the difference" }).ClickAsync();

        Assert.Equal(["3 added", "0 changed", "0 unchanged", "1 refused"], await TalliesAsync(reader.Page));
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add 3 incidents, skip 1" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Show them on the map" }).ClickAsync();
        await reader.UntilAliveAsync();
        await reader.UntilCountedAsync(3);
        Assert.Equal(["Angriff auf einen Posten", "Drohne über Tadmur", "قصف على تدمر"], (await reader.Titles.AllInnerTextsAsync()).Order(StringComparer.Ordinal));

        await reader.GoAsync("/import");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Undo revision 2" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Undo it" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Revision 2 is undone" }).WaitForAsync();
        await reader.GoAsync("/");
        await reader.UntilCountedAsync(43);
    }

    [Fact]
    public async Task Every_open_page_of_an_import_sees_what_one_of_them_decides()
    {
        await using var first = await Reader.ArriveAsync(_chromium, _server, "/import");
        await first.Page.Locator("file-drop[data-live]").WaitForAsync();
        await DropAsync(first.Page, "vorfälle.csv", German);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Show the difference" }).ClickAsync();
        await first.Page.Locator(".tallies").WaitForAsync();
        await using var second = await Reader.ArriveAsync(_chromium, _server, new Uri(first.Page.Url).AbsolutePath);
        await second.Page.Locator(".tallies").WaitForAsync();

        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Heading, new() { Name = "Cancelled" }).WaitForAsync();
    }

    [Fact]
    public async Task A_file_comes_in_without_scripts()
    {
        await using var reader = await Reader.ArriveAsync(_chromium, _server, "/import", scripts: false);
        await reader.Page.Locator("input[type=file]").SetInputFilesAsync(File("vorfälle.csv", German));
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show the difference" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add 3 incidents, skip 1" }).ClickAsync();

        Assert.Equal("3 added, 0 changed", await reader.Page.Locator(".import-note h2").InnerTextAsync());
    }

    [Fact]
    public async Task A_file_that_is_dropped_on_the_map_is_taken_too()
    {
        await using var reader = await Reader.ArriveAsync(_chromium, _server);
        await DropAsync(reader.Page, "vorfälle.csv", German);
        await reader.UntilAddressAsync("/import/[0-9a-f]+$");
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "vorfälle.csv" }).WaitForAsync();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why()
    {
        await using var reader = await Reader.ArriveAsync(_chromium, _server, "/import", losesServer: true);
        await reader.Page.Locator("input[type=file]").SetInputFilesAsync(File("nothing.csv", ""));
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing in this file" }).WaitForAsync();
    }

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_on_the_steps_of_an_import(int width, int height, ColorScheme scheme)
    {
        await using var reader = await Reader.ArriveAsync(_chromium, _server, "/import", width, height, scheme);
        await reader.Page.Locator("input[type=file]").SetInputFilesAsync(File("vorfälle.csv", German));
        await reader.Page.Locator(".mapping").WaitForAsync();
        var question = await reader.Page.RunAxe();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show the difference" }).ClickAsync();
        await reader.Page.Locator(".tallies").WaitForAsync();
        var difference = await reader.Page.RunAxe();

        Assert.Empty(question.Violations.Concat(difference.Violations).Where(found => found.Impact is "serious" or "critical")
            .Select(found => $"{found.Id}: {string.Join(" ", found.Nodes.Select(node => node.Html))}"));
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static Task DropAsync(IPage page, string name, string text) => page.EvaluateAsync("""
        ([name, text]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
          for (const type of ['dragenter', 'dragover', 'drop']) {
            document.querySelector('main, .explore').dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
          }
        }
        """, new[] { name, text });

    private static async Task<string[]> TalliesAsync(IPage page)
    {
        await page.Locator(".tallies").WaitForAsync();
        return [.. (await page.Locator(".tally").AllInnerTextsAsync()).Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }
}
