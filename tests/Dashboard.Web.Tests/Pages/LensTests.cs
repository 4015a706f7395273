using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>The view as one account tells it, read without scripts. US Central Command claims something of 10 of the 43 incidents.</summary>
public class LensTests(StarterDashboard starter)
{
    private const string Tower22 = "2024-01-28-tower-22-drone-attack";

    [Fact]
    public async Task A_view_through_a_lens_says_whose_account_it_is_and_fades_what_it_does_not_mention()
    {
        var page = await starter.Server.ReadAsync("/?lens=act-centcom");

        Assert.Equal("As claimed by US Central Command 10 of 43 incidents mentioned", page.QuerySelector(".lens-words")!.Words());
        Assert.Equal("43 incidents, as claimed by US Central Command: US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024 · Incident dashboard", page.Title);
        Assert.Equal("US Central Command", page.QuerySelector("explore-view")!.GetAttribute("lens"));
        Assert.Equal("43 of 43 incidents, 10 mentioned", page.QuerySelector(".filters .result-count")!.Words());
        var rows = page.QuerySelectorAll(".list tbody tr");
        Assert.Equal(43, rows.Length);
        Assert.Equal((10, 33), (rows.Count(row => row.QuerySelector("[data-mentioned=true]") is not null), rows.Count(row => row.QuerySelector("[data-part=told]")!.Words() == "not mentioned")));
    }

    [Fact]
    public async Task What_is_not_mentioned_is_hidden_by_choice_and_the_choice_can_be_taken_back()
    {
        var page = await starter.Server.ReadAsync("/?lens=act-centcom");
        var hidden = await starter.Server.ReadAsync(page.AddressOf(".lens-modes a", "Hide the others"));

        Assert.Equal("As claimed by US Central Command 10 mentioned, the others hidden", hidden.QuerySelector(".lens-words")!.Words());
        Assert.Equal(10, hidden.QuerySelectorAll(".list tbody tr").Length);
        Assert.Equal(["mentioned by US Central Command, remove", "Clear all"], hidden.WordsOf(".chips a"));
        Assert.Equal("/?lens=act-centcom", hidden.AddressOf(".lens-modes a", "Fade the others"));
        Assert.Equal("/", hidden.AddressOf(".lens-banner a", "All accounts again"));
    }

    [Fact]
    public async Task A_row_tells_what_the_lens_says_of_its_incident()
    {
        var page = await starter.Server.ReadAsync("/?lens=act-centcom");

        Assert.Equal("US Central Command: 3 killed · 25–34 or more injured", Told(page, Tower22));
        Assert.Equal("US Central Command: Responsibility: KH and affiliates", Told(page, "2023-12-25-erbil-drone-attack"));
        Assert.Equal("US Central Command: Killed: 'several enemy casualties'", Told(page, "2023-11-21-abu-ghraib-ac-130-strike"));
    }

    [Fact]
    public async Task A_lens_is_chosen_where_the_filters_are()
    {
        var page = await starter.Server.ReadAsync("/?kind=attack");
        var options = page.QuerySelectorAll("[role=radiogroup][aria-label=claimants] [role=radio]");

        Assert.Equal(("All accounts", "true"), (options[0].GetAttribute("title"), options[0].GetAttribute("aria-checked")));
        foreach (var option in options.Skip(1))
        {
            var led = await starter.Server.ReadAsync(option.Address());
            var count = option.QuerySelector(".option-count")!.Words();
            Assert.Equal(count, $", {led.QuerySelectorAll("[data-mentioned=true]").Length} incidents");
            Assert.Equal([option.GetAttribute("title")], led.QuerySelectorAll("[aria-label=claimants] [aria-checked=true]").Select(chosen => chosen.GetAttribute("title")));
        }
    }

    [Fact]
    public async Task All_claimants_stand_on_a_page_that_can_be_narrowed_without_scripts()
    {
        var page = await starter.Server.ReadAsync("/?kind=attack&tz=local");
        var all = await starter.Server.ReadAsync(page.QuerySelectorAll("a.more-link").Single(link => link.Address().StartsWith("/filters/lens", StringComparison.Ordinal)).Address());
        var narrowed = await starter.Server.ReadAsync("/filters/lens?kind=attack&tz=local&find=ryder");

        Assert.True(all.QuerySelectorAll("[role=radio]").Length > 20);
        Assert.Equal(["Maj. Gen. Patrick Ryder"], narrowed.QuerySelectorAll("[role=radio]").Select(option => option.GetAttribute("title")));
        Assert.Equal("/?kind=attack&lens=act-ryder&tz=local", narrowed.QuerySelector("[role=radio]")!.Address());
    }

    [Theory]
    [InlineData("/?lens=act-centcom&sel=")]
    [InlineData("/incidents/")]
    public async Task An_incident_says_first_what_the_lens_says_of_it(string address)
    {
        var page = await starter.Server.ReadAsync(address.StartsWith("/inc", StringComparison.Ordinal) ? $"{address}{Tower22}?lens=act-centcom" : address + Tower22);
        var telling = page.QuerySelector(".lens-telling")!;

        Assert.Equal("As US Central Command tells it", telling.QuerySelector(".lens-title")!.Words());
        Assert.Equal(["Killed", "Injured"], telling.WordsOf("dt"));
        Assert.Equal(["3 people killed three service members 28 Jan 2024", "25 people injured 28 Jan 2024", "34+ people injured at least 34 28 Jan 2024"], telling.WordsOf("dd").Select(words => words.Trim()));
        Assert.Equal(3, page.QuerySelectorAll(".ledger[aria-label=Claims] .lens-mark").Length);
    }

    [Fact]
    public async Task An_incident_that_the_lens_does_not_mention_says_so_and_keeps_its_ledger()
    {
        var page = await starter.Server.ReadAsync($"/?lens=act-airwars&sel={Tower22}");

        Assert.Equal("Airwars does not mention this incident.", page.QuerySelector(".lens-telling")!.Words());
        Assert.NotEmpty(page.QuerySelectorAll(".ledger[aria-label=Claims] .claim"));
    }

    [Fact]
    public async Task A_lens_that_nobody_is_is_ignored_and_named()
    {
        var page = await starter.Server.ReadAsync("/?lens=nobody&unmentioned=hidden&kind=strike");

        Assert.Equal("A part of the address was not understood: lens (nobody called 'nobody' claims anything here)", page.QuerySelector(".notice-text")!.Words());
        Assert.Null(page.QuerySelector(".lens-banner"));
        Assert.Equal("/?kind=strike", page.QuerySelector(".notice a")!.Address());
        Assert.Equal(page.WordsOf(".row-link"), (await starter.Server.ReadAsync("/?kind=strike")).WordsOf(".row-link"));
    }

    [Fact]
    public async Task Whoever_claims_something_leads_to_the_view_as_they_tell_it()
    {
        var panel = await starter.Server.ReadAsync($"/?kind=attack&sel={Tower22}");
        var actor = await starter.Server.ReadAsync("/actors/act-centcom");

        Assert.Contains($"/?kind=attack&lens=act-centcom&sel={Tower22}", panel.QuerySelectorAll(".ledger .lens-link").Select(link => link.Address()));
        Assert.Equal("/?lens=act-centcom", actor.AddressOf(".document-actions a", "See the view as it tells it"));
    }

    [Fact]
    public async Task What_the_incidents_cost_is_a_band_and_what_nobody_says_is_not_none()
    {
        var page = await starter.Server.ReadAsync("/?lens=act-centcom");
        var killed = page.QuerySelectorAll(".sum")[0];

        Assert.Equal("Killed", killed.QuerySelector(".sum-name")!.Words());
        Assert.Matches(@"^\d[\d,]*–\d[\d,]*( or more)?$", killed.QuerySelector(".sum-figure")!.Words());
        Assert.Matches(@"^contested in \d+ \(\d+ %\) · no figure in \d+$", killed.QuerySelector(".sum-note")!.Words());
        Assert.Equal("US Central Command: 4 or more in 2 incidents", killed.QuerySelector(".sum-told")!.Words());

        var silent = await starter.Server.ReadAsync("/?kind=statement&q=combat+role");
        Assert.Equal(["not known", "not known"], silent.WordsOf(".sum-figure"));
    }

    private static string Told(IParentNode page, string slug) =>
        page.QuerySelectorAll(".list tbody tr").Single(row => row.QuerySelector(".row-link")!.Address().EndsWith($"sel={slug}", StringComparison.Ordinal)).QuerySelector("[data-part=told]")!.Words();
}
