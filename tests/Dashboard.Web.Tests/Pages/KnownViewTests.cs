using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Dashboard.Data;
using Dashboard.Domain.Sources;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>A whole view as it was known on a day, of the days before there was a store.</summary>
public class KnownViewTests(StarterDashboard starter)
{
    private const string Tower22 = "2024-01-28-tower-22-drone-attack";
    private const string Strikes = "2024-02-03-us-strikes-iraq-syria";

    public static TheoryData<string, int> Days => new() { { "2023-10-20", 4 }, { "2024-01-29", 25 }, { "2024-02-03", 37 }, { "2024-02-04", 38 } };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task List_counts_facets_marks_and_files_agree_about_a_day(string day, int count)
    {
        var page = await starter.Server.ReadAsync($"/?asof={day}");
        var slugs = page.QuerySelectorAll(".row-link").Select(link => link.Address().Split("sel=")[1]).Order(StringComparer.Ordinal).ToList();
        var marks = JsonNode.Parse(await starter.Server.TextAsync(page.QuerySelector("explore-view")!.GetAttribute("marks")!))!;
        var features = JsonNode.Parse(await starter.Server.TextAsync($"/export.geojson?asof={day}"))!["features"]!.AsArray();
        var lines = await starter.Server.TextAsync($"/export.csv?asof={day}");

        Assert.Equal(count, slugs.Count);
        Assert.Equal($"{count} of {count} incidents", page.QuerySelector(".result-count")!.Words());
        Assert.Equal(slugs, Slugs(marks["incidents"]!.AsArray(), mark => mark));
        Assert.Equal(count, (int)marks["count"]!);
        Assert.Equal(slugs, Slugs(features, feature => feature["properties"]!));
        Assert.Equal(count, lines.Split("\r\n").Count(line => slugs.Exists(slug => line.StartsWith($"{slug},", StringComparison.Ordinal))));
        Assert.Equal(count, page.QuerySelector(".options[aria-label=kinds]")!.WordsOf(".option-count").Sum(words => int.Parse(words.Split(' ')[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_view_says_which_day_it_shows_and_what_became_known_since()
    {
        var page = await starter.Server.ReadAsync("/?kind=attack&asof=2024-01-29");
        var bar = page.QuerySelector(".known-bar")!;

        Assert.Equal("As known on 29 Jan 2024", bar.QuerySelector(".known-what")!.Words());
        Assert.Equal("1 incident, 14 claims became known since.", bar.QuerySelector(".known-since")!.Words());
        Assert.Equal("/?kind=attack", bar.QuerySelector(".known-now")!.Address());
        Assert.Equal(["/?kind=attack&asof=2024-01-28", "/?kind=attack&asof=2024-01-30"], bar.QuerySelectorAll("a[rel]").Select(link => link.Address()));
        Assert.Equal([("kind", "attack"), ("asof", "2024-01-29")], bar.QuerySelectorAll("form input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));
        Assert.EndsWith(", as known on 29 Jan 2024 · Incident dashboard", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_list_has_the_toll_of_the_day_and_says_what_changed_since()
    {
        var then = Row(await starter.Server.ReadAsync("/?asof=2024-01-28"), Tower22);
        var later = Row(await starter.Server.ReadAsync("/?asof=2024-01-29"), Tower22);
        var strikes = Row(await starter.Server.ReadAsync("/?asof=2024-02-04"), Strikes);

        Assert.Equal(["3 killed", "25–34 injured", "changed since: injured 25–34 → 25–100, best estimate 47"], then.WordsOf("[data-part=toll] > span"));
        Assert.Equal(["3 killed", "25–47 injured", "changed since: injured 25–47 → 25–100, best estimate 47"], later.WordsOf("[data-part=toll] > span"));
        Assert.Equal("killed not known → 39–46, best estimate 45; the claim of prior notice by John Kirby was retracted (5 Feb 2024)", strikes.QuerySelector(".changed-since")!.GetAttribute("title"));
    }

    [Fact]
    public async Task The_open_incident_is_as_it_was_known_with_badges_for_what_came_later()
    {
        var page = await starter.Server.ReadAsync($"/?asof=2024-02-04&sel={Strikes}");
        var panel = page.QuerySelector(".results-incident")!;

        Assert.Equal(["later retracted, 5 Feb 2024"], panel.WordsOf(".later"));
        Assert.Equal(["later: not known → 39–46, best estimate 45"], panel.WordsOf(".later-toll"));
        Assert.StartsWith("As known on 4 Feb 2024. Since then: 2 claims were added; killed went from not known to 39–46, best estimate 45;", panel.QuerySelector(".known-on")!.Words(), StringComparison.Ordinal);
        Assert.Equal($"/?sel={Strikes}", panel.AddressOf(".known-on a", "What is known now"));
        Assert.Equal($"/incidents/{Strikes}?asof=2024-02-04", panel.QuerySelector(".incident-bar [title='Open as a page']")!.Address());
        Assert.All(panel.QuerySelectorAll(".toll-step a, .claim-what a[href*='#']"), link => Assert.Contains("?asof=2024-02-04#", link.Address(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_incident_of_which_nothing_was_known_yet_says_so_in_its_place()
    {
        var page = await starter.Server.ReadAsync($"/?asof=2024-01-20&sel={Tower22}");

        Assert.StartsWith("As known on 20 Jan 2024. Nothing was known yet", page.QuerySelector(".results-incident .known-on")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".results-incident .toll, .results-incident .ledger"));
    }

    [Fact]
    public async Task Relations_are_drawn_only_between_what_was_known_and_as_far_as_they_had_been_said()
    {
        var server = starter.Server;
        var then = JsonNode.Parse(await server.TextAsync($"{server.Data}/relations?asof=2024-01-29"))!["all"]!.AsArray();
        var chain = JsonNode.Parse(await server.TextAsync($"{server.Data}/relations?asof=2024-01-29&incident={Tower22}"))!;
        var known = (await server.ReadAsync("/?asof=2024-01-29")).QuerySelectorAll(".row-link").Select(link => link.Address().Split("sel=")[1]).ToHashSet();

        Assert.Equal(11, then.Count);
        Assert.All(then.SelectMany(relation => new[] { (string)relation!["from"]!, (string)relation["to"]! }), end => Assert.Contains(end, known));
        Assert.DoesNotContain(Strikes, chain["incidents"]!.AsArray().Select(mark => (string)mark!["slug"]!));
        Assert.Contains(Strikes, JsonNode.Parse(await server.TextAsync($"{server.Data}/relations?incident={Tower22}"))!["incidents"]!.AsArray().Select(mark => (string)mark!["slug"]!));
    }

    [Fact]
    public async Task Files_of_a_day_hold_nothing_that_was_said_after_it()
    {
        var day = new DateOnly(2024, 2, 3);
        var known = new KnownOn(day, StarterDataset.Load().Sources);
        var claims = StarterDataset.Load().Claims.Where(known.Has).Select(claim => claim.Id).ToList();
        var file = JsonNode.Parse(await starter.Server.TextAsync("/export.geojson?asof=2024-02-03"))!;
        var properties = file["features"]!.AsArray().Select(feature => feature!["properties"]!).ToList();
        var strikes = properties.Single(one => (string?)one["slug"] == Strikes);

        Assert.Equal(149, properties.Sum(one => one["claims"]!.AsArray().Count));
        Assert.All(properties.SelectMany(one => one["claims"]!.AsArray()), claim => Assert.Contains((string)claim!["id"]!, claims));
        Assert.All(properties.SelectMany(one => one["sources"]!.AsArray()).Concat(file["dashboard"]!["datasets"]![0]!["sources"]!.AsArray()),
            source => Assert.True(known.Has(StarterDataset.Load().Sources.Single(one => one.Id == (string)source!["id"]!))));
        Assert.Equal("asserted", (string?)strikes["claims"]!.AsArray().Single(claim => (string?)claim!["predicate"] == "prior_notice" && (string?)claim["claimant"] == "John Kirby")!["status"]);
        Assert.Equal("asof=2024-02-03", (string?)file["dashboard"]!["view"]);
    }

    [Fact]
    public async Task A_day_before_everything_offers_the_first_day()
    {
        var page = await starter.Server.ReadAsync("/?asof=2010-01-01");

        Assert.Equal("Nothing was known yet", page.QuerySelector(".empty h2")!.Words());
        Assert.Equal("/?asof=2021-12-09", page.AddressOf(".empty a", "The first day: 9 Dec 2021"));
        Assert.Equal("/", page.AddressOf(".empty a", "What is known now"));
    }

    [Fact]
    public async Task Today_and_every_later_day_is_the_present()
    {
        var present = (await starter.Server.ReadAsync("/")).QuerySelector("#results")!.InnerHtml;

        foreach (var day in new[] { DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "9999-12-31" })
        {
            var page = await starter.Server.ReadAsync($"/?asof={day}");
            Assert.Equal(present, page.QuerySelector("#results")!.InnerHtml);
            Assert.Null(page.QuerySelector(".known-bar")!.GetAttribute("data-day"));
            Assert.Equal(await starter.Server.TextAsync("/export.csv"), await starter.Server.TextAsync($"/export.csv?asof={day}"));
        }
    }

    private static IEnumerable<string> Slugs(JsonArray items, Func<JsonNode, JsonNode> of) => items.Select(item => (string)of(item!)["slug"]!).Order(StringComparer.Ordinal);

    private static IElement Row(IParentNode page, string slug) => page.QuerySelectorAll(".list tbody tr").Single(row => row.QuerySelector(".row-link")!.Address().EndsWith($"sel={slug}", StringComparison.Ordinal));
}
