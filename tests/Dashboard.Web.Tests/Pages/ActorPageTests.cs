using System.Net;
using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class ActorPageTests(StarterDashboard starter)
{
    [Fact]
    public async Task The_page_of_an_actor_is_plain_html_with_everything()
    {
        var page = await starter.Server.ReadAsync("/actors/act-kh");

        Assert.Equal("Kata'ib Hezbollah", page.QuerySelector("h1")!.Words());
        Assert.Equal("Part of Government of Iraq › Popular Mobilization Forces", page.QuerySelectorAll(".incident-head p")[1].Words());
        Assert.Equal(["15 incidents", "Whom it is tied to", "Claims it made", "Where this description comes from"], page.WordsOf("article h2"));
        Assert.Equal("/?actor=act-kh", page.AddressOf("a", "Map and timeline of it"));
        Assert.Equal(["dist/theme"], page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!.Split('.')[0]));
    }

    [Fact]
    public async Task Its_names_are_in_their_scripts_and_say_which()
    {
        var page = await starter.Server.ReadAsync("/actors/act-kh");

        Assert.Equal(["Kataib Hezbollah", "Kataeb Hezbollah", "Ketaib Hezbollah", "Kata'ib Hizballah", "Hezbollah Brigades", "KH", "كتائب حزب الله"], page.WordsOf(".aliases bdi"));
        Assert.Equal("ar", page.QuerySelectorAll(".aliases bdi")[^1].GetAttribute("lang"));
        Assert.Null(page.QuerySelector(".aliases bdi")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_tie_says_what_it_rests_on_and_that_it_is_no_membership()
    {
        var page = await starter.Server.ReadAsync("/actors/act-kh");

        Assert.Equal(["Part of", "Its parts and people", "Affiliated, which is not membership"], page.WordsOf("h3"));
        Assert.Equal(
            "Islamic Resistance in Iraq umbrella brand Rests on US State Dept designation text (Federal Newswire), general knowledge, Cox Media / WFTV (quotes Kirby) · high confidence",
            Entry(page, "/actors/act-iri").Words());
        Assert.Equal(
            "Popular Mobilization Forces state paramilitary Rests on US State Dept designation text (Federal Newswire), general knowledge · high confidence",
            Entry(page, "/actors/act-pmf").Words());
        Assert.Equal("Abu Hussein al-Hamidawi person · 1 incident Rests on Shafaq News (hathalyoum copy) · high confidence", Entry(page, "/actors/act-hamidawi").Words());
        Assert.Equal(["Kata'ib Hezbollah", "Harakat Hezbollah al-Nujaba", "Harakat Ansar Allah al-Awfiya", "Kata'ib Sayyid al-Shuhada", "Iran-aligned militia, group not identified"],
            (await starter.Server.ReadAsync("/actors/act-iri")).QuerySelectorAll("h3 + .entries .entry-text > :first-child").Select(name => name.Words()));
    }

    [Fact]
    public async Task Its_incidents_are_those_of_the_dashboard_and_are_narrowed_to_a_role()
    {
        var page = await starter.Server.ReadAsync("/actors/act-kh");

        Assert.Equal(["In any role 15", "Target 7", "Perpetrator 4", "Speaker 2", "Victim 2", "Accused 1", "Member 1"], page.WordsOf(".role-choice a"));
        Assert.Equal((await starter.Server.ReadAsync("/?actor=act-kh")).QuerySelectorAll(".list .row-link").Select(link => link.Words()).Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".named-incidents .chain-link").Select(link => link.Words()).Order(StringComparer.Ordinal));

        var narrowed = await starter.Server.ReadAsync(page.AddressOf(".role-choice a", "Perpetrator 4"));
        Assert.Equal(["Perpetrator 4"], narrowed.WordsOf(".role-choice [aria-current]"));
        Assert.Equal(
            ["Drone attack on Tower 22, Jordan", "Ballistic missile and rocket barrage on Al Asad Air Base", "Drone attack on Erbil Air Base", "Close-range ballistic missile attack on Al Asad Air Base"],
            narrowed.WordsOf(".named-incidents .chain-link"));
        Assert.Equal("perpetrator (suspected)", narrowed.QuerySelectorAll(".named-incidents li")[0].QuerySelectorAll("p")[^1].Words());
    }

    [Fact]
    public async Task An_alliance_has_the_incidents_of_those_whom_a_source_ties_to_it_and_names_them()
    {
        var page = await starter.Server.ReadAsync("/actors/act-iri");
        var listed = page.QuerySelectorAll(".named-incidents .chain-link").Select(link => link.Words()).ToList();

        Assert.Contains("its own and those of its affiliates, where a source says so", page.Body!.Words());
        Assert.Equal((await starter.Server.ReadAsync("/?actor=act-iri")).QuerySelectorAll(".list .row-link").Select(link => link.Words()).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains("Close-range ballistic missile attack on Al Asad Air Base", listed);
        Assert.Contains(page.WordsOf(".named-incidents p"), words => words.Contains("Kata'ib Hezbollah: perpetrator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_those_below_did_is_told_with_their_names() => Assert.Contains(
        "target; Fadel al-Maksusi: victim (killed)", (await starter.Server.ReadAsync("/actors/act-kh")).WordsOf(".named-incidents p"));

    [Fact]
    public async Task The_bars_are_the_incidents_and_have_a_table()
    {
        var page = await starter.Server.ReadAsync("/actors/act-kh");

        Assert.Equal(["Strike 7", "Attack 5", "Statement 3"], page.WordsOf(".kind-bars-legend span"));
        Assert.Equal("Incidents by week, 20 Nov 2023 – 11 Feb 2024, at most 4. The numbers are in the table below.", page.QuerySelector(".kind-bars > svg")!.GetAttribute("aria-label"));
        Assert.Equal(["29 Jan – 4 Feb 2024", "4", "Statement 2, Strike 2"], page.QuerySelectorAll(".kind-bars tbody tr")[5].Children.Select(cell => cell.Words()));
        Assert.Equal(15, page.QuerySelectorAll(".kind-bars tbody td:nth-child(2)").Sum(count => int.Parse(count.Words(), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Its_claims_are_told_the_last_first_involved_or_not()
    {
        var page = await starter.Server.ReadAsync("/actors/act-dod");

        Assert.Equal(Data.StarterDataset.Load().Claims.Count(claim => claim.Claimant.ActorId == "act-dod"), page.QuerySelectorAll("#claims .entries > li").Length);
        Assert.Equal("Killed: 3: al-Saadi and two escorts", (await starter.Server.ReadAsync("/actors/act-kh")).WordsOf("#claims .entry-text")[0]);

        var address = page.QuerySelector("#claims .entries a")!.Address();
        var (incident, row) = (await starter.Server.ReadAsync(address.Split('#')[0]), Uri.UnescapeDataString(address.Split('#')[1]));
        Assert.Equal("/actors/act-dod", incident.GetElementById(row)!.QuerySelector(".claimant")!.Address());
    }

    [Fact]
    public async Task An_unknown_actor_is_a_404_with_a_search()
    {
        var page = await starter.Server.ReadAsync("/actors/%3Cb%3Enobody%2Fhere", HttpStatusCode.NotFound);

        Assert.Equal("There is no actor called <b>nobody/here. It may have another name now: search for a place, an actor or a title above.", page.QuerySelector("main p")!.Words());
        await starter.Server.ReadAsync("/actors/", HttpStatusCode.NotFound);
        await starter.Server.ReadAsync("/actors/act-kh/", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_role_narrows_nothing() =>
        Assert.Equal(["In any role 15"], (await starter.Server.ReadAsync("/actors/act-kh?role=%22%3E")).WordsOf(".role-choice [aria-current]"));

    [Fact]
    public async Task Whoever_is_named_in_an_incident_or_chosen_as_a_filter_leads_to_the_page()
    {
        var incident = await starter.Server.ReadAsync("/incidents/2024-01-28-tower-22-drone-attack");
        Assert.Equal("/actors/act-kh", incident.AddressOf(".role-actor", "Kata'ib Hezbollah"));
        Assert.Equal("/actors/act-kh", (await starter.Server.ReadAsync("/?actor=act-kh")).AddressOf(".actor-about", "About Kata'ib Hezbollah"));
        Assert.Empty((await starter.Server.ReadAsync("/")).QuerySelectorAll(".actor-about"));
    }

    [Fact]
    public async Task Every_actor_has_a_page()
    {
        foreach (var actor in Data.StarterDataset.Load().Actors)
        {
            Assert.Equal(actor.Name, (await starter.Server.ReadAsync($"/actors/{actor.Id}")).QuerySelector("h1")!.Words());
        }
    }

    private static IElement Entry(IParentNode page, string address) => page.QuerySelectorAll("article .entries > li").Single(entry => entry.QuerySelector(".entry-text a")?.Address() == address);
}
