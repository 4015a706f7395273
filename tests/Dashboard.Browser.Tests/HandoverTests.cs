using Dashboard.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Who does not wait for the circuit loses nothing to it: the page that it brings is as they left the one before.</summary>
public sealed class HandoverTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task What_was_typed_before_the_circuit_stays_with_the_caret_in_it_and_is_asked()
    {
        await using var reader = await ArriveEarlyAsync();
        var search = reader.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search places, actors, titles" });
        await reader.Page.Keyboard.PressAsync("/");
        await reader.Page.Keyboard.TypeAsync("twer 22");
        for (var letter = 0; letter < 6; letter++)
        {
            await reader.Page.Keyboard.PressAsync("ArrowLeft");
        }

        await BringCircuitAsync(reader);
        await Assertions.Expect(search).ToBeFocusedAsync();
        await reader.Page.Keyboard.TypeAsync("o");
        Assert.Equal("tower 22", await search.InputValueAsync());
        await reader.UntilAddressAsync("q=tower");
    }

    [Fact]
    public async Task What_was_folded_and_scrolled_before_the_circuit_stays_so()
    {
        await using var reader = await ArriveEarlyAsync();
        var kind = reader.Page.Locator("details.facet").Nth(0);
        await kind.Locator("summary").ClickAsync();
        await Assertions.Expect(kind).Not.ToHaveAttributeAsync("open", "");
        var list = reader.Page.Locator(".results-list");
        await list.EvaluateAsync("list => list.scrollTo(0, 300)");
        await reader.RestAsync();

        await BringCircuitAsync(reader);
        await Assertions.Expect(kind).Not.ToHaveAttributeAsync("open", "");
        Assert.Equal(300, await list.EvaluateAsync<double>("list => list.scrollTop"));
    }

    [Fact]
    public async Task What_a_key_opened_before_the_circuit_stays_open_and_has_the_keys()
    {
        await using var reader = await ArriveEarlyAsync();
        await reader.Page.Keyboard.PressAsync("k");

        await BringCircuitAsync(reader);
        var day = reader.Page.GetByRole(AriaRole.Slider, new() { Name = "As known on", Exact = true });
        await Assertions.Expect(day).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        await reader.UntilAddressAsync("asof=2025-01-01");
    }

    [Fact]
    public async Task The_start_of_the_circuit_takes_the_focus_from_nobody()
    {
        await using var reader = await ArriveEarlyAsync();
        await BringCircuitAsync(reader);
        await reader.RestAsync();
        Assert.Equal("BODY", await reader.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task A_sheet_that_was_raised_before_the_circuit_stays_up()
    {
        await using var reader = await ArriveEarlyAsync(390, 844);
        var sheet = reader.Page.Locator("bottom-sheet");
        await reader.Page.Locator("[data-sheet-handle]").ClickAsync();
        await Assertions.Expect(sheet).ToHaveAttributeAsync("data-stop", "full");

        await BringCircuitAsync(reader);
        await Assertions.Expect(sheet).ToHaveAttributeAsync("data-stop", "full");
    }

    [Fact]
    public async Task The_page_before_the_circuit_is_let_go_with_all_that_was_on_it()
    {
        await using var reader = await ArriveEarlyAsync();
        await reader.Page.EvaluateAsync("window.former = ['.explore', '.results-list', 'incident-map', 'incident-timeline'].map(place => new WeakRef(document.querySelector(place)))");

        await BringCircuitAsync(reader);
        await reader.RestAsync();
        var tools = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await tools.SendAsync("HeapProfiler.collectGarbage");
        Assert.Equal(["gone", "gone", "gone", "gone"], await reader.Page.EvaluateAsync<string[]>("former.map(element => element.deref() === undefined ? 'gone' : 'kept')"));
    }

    /// <summary>In front of a page that is drawn and whose circuit does not start before it is brought.</summary>
    private async Task<Reader> ArriveEarlyAsync(int width = 1440, int height = 900)
    {
        var reader = await Reader.ArriveAsync(stage.Chromium, stage.Server, "/licences", width, height);
        await reader.Page.AddInitScriptAsync("""
            addEventListener('DOMContentLoaded', () => {
              const start = Blazor.start;
              Blazor.start = options => new Promise(bring => { window.bringCircuit = () => bring(start(options)); });
            }, { capture: true, once: true });
            """);
        await reader.Page.GotoAsync(stage.Server.Address.ToString());
        await reader.Map.And(reader.Page.Locator("[data-live]")).WaitForAsync();
        return reader;
    }

    private static async Task BringCircuitAsync(Reader reader)
    {
        await reader.Page.EvaluateAsync("bringCircuit()");
        await reader.UntilAliveAsync();
    }
}
