using System.Net;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class IncidentPageTests(StarterDashboard starter)
{
    [Fact]
    public async Task The_page_of_an_incident_is_plain_html_with_everything()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-01-28-tower-22-drone-attack");

        Assert.Equal("Drone attack on Tower 22, Jordan", page.QuerySelector("h1")!.Words());
        Assert.Equal(["Who", "What it answered, and what answered it", "Claims", "Where accounts differ", "Sources"], page.WordsOf("article h2"));
        Assert.Equal(["Killed 3", "Injured 25–100, best estimate 47"], page.WordsOf(".toll-figure"));
        Assert.Equal("/?sel=2024-01-28-tower-22-drone-attack", page.AddressOf("a", "Show on map"));
        Assert.Equal(["dist/theme", "dist/sharing"], page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!.Split('.')[0]));
    }

    [Fact]
    public async Task Every_address_of_a_source_opens_without_telling_where_it_was_read()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-01-28-tower-22-drone-attack");

        var links = page.QuerySelectorAll("a[href^=http]");
        Assert.True(links.Length > 10);
        Assert.All(links, link => Assert.Equal("noopener noreferrer", link.GetAttribute("rel")));
    }

    [Fact]
    public async Task The_chain_says_how_much_later_an_answer_came()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-01-28-tower-22-drone-attack");

        var answer = page.QuerySelectorAll(".chain-step").Single(entry => entry.QuerySelector(".chain-link[href='/incidents/2024-02-03-us-strikes-iraq-syria']") is not null);
        Assert.Equal("5.8 days later", answer.QuerySelector(".lag")!.Words());
    }

    [Fact]
    public async Task The_chain_lists_its_steps_who_says_so_and_who_answered_whom()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-02-03-us-strikes-iraq-syria");

        Assert.Equal(
            [
                "Drone attack on Tower 22, Jordan",
                "Kata'ib Hezbollah announces that it suspends operations against US forces",
                "US strikes on 85+ targets in Iraq and Syria",
                "Drone attack on the al-Omar base kills SDF fighters",
                "US drone strike kills Abu Baqir al-Saadi (Kata'ib Hezbollah) in Baghdad",
            ],
            page.WordsOf(".chain-step .chain-link"));
        Assert.Equal("US strikes on 85+ targets in Iraq and Syria", page.QuerySelector(".chain-step[aria-current=step] .chain-link")!.Words());
        Assert.Equal("Retaliation for Drone attack on Tower 22, Jordan 5.8 days later Joe Biden says so · high confidence", page.QuerySelectorAll(".chain-answer")[1].Words());
        Assert.Equal(["United States", "Islamic Resistance in Iraq, Kata'ib Hezbollah", "2"], page.WordsOf(".chain-sides td"));
        Assert.Equal("/?from=2024-01-30T21:00Z&to=2024-02-05T21:45Z&sel=2024-02-03-us-strikes-iraq-syria", page.AddressOf("a", "Everything within 72 hours of this"));
    }

    [Fact]
    public async Task What_a_source_asserts_and_the_record_contradicts_is_no_step_and_says_so()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-02-03-us-uk-strikes-yemen");

        Assert.Empty(page.QuerySelectorAll(".chain-step"));
        var entry = page.QuerySelector(".chain-contradicted")!;
        Assert.Equal("contradicted", entry.QuerySelector(".status")!.Words());
        Assert.Equal(
            "28 Jan 2024, about 05:30 · 6.8 days later · article 3 (its wording) says so; the record contradicts it and gives as motive: attacks on shipping and naval vessels (joint statement of 8 states) · contradicted by the joint statement: keep only as a disputed relation",
            entry.QuerySelector("p")!.Words());
    }

    [Fact]
    public async Task An_unknown_incident_is_a_404_with_a_search()
    {
        var page = await starter.Server.ReadAsync("/incidents/no-such-incident", HttpStatusCode.NotFound);

        Assert.Equal("No such incident", page.QuerySelector("h1")!.Words());
        Assert.Equal("There is no incident called no-such-incident. It may have another name now: search for a place, an actor or a title above.", page.QuerySelector("main p")!.Words());
        Assert.NotNull(page.QuerySelector("form[action='/'] input[name=q]"));
    }

    [Fact]
    public async Task An_unknown_address_is_a_404_with_a_search()
    {
        var page = await starter.Server.ReadAsync("/no/such/page", HttpStatusCode.NotFound);

        Assert.Equal("Nothing at this address", page.QuerySelector("h1")!.Words());
        Assert.NotNull(page.QuerySelector("form[action='/'] input[name=q]"));
    }

    [Fact]
    public async Task Data_and_licences_name_the_dataset_and_everything_that_is_shipped()
    {
        var page = await starter.Server.ReadAsync("/licences");

        Assert.Equal("US forces in Iraq, Syria, Jordan · Oct 2023 – Feb 2024", page.QuerySelector("main h3")!.Words());
        Assert.Equal(["Natural Earth", "GSHHG", "GeoNames", "airport-db", ".NET and ASP.NET Core", "Radzen.Blazor", "Dapper", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "SQLite",
            "CsvHelper", "QRCoder", "System.CommandLine", "Leaflet", "DejaVu fonts", "topojson-client"], page.WordsOf(".licences th[scope=row]"));
    }
}
