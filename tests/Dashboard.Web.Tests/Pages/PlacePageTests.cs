using System.Net;
using Dashboard.Domain.Places;
using Dashboard.Web.Places;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class PlacePageTests(StarterDashboard starter)
{
    [Fact]
    public async Task The_page_of_a_place_is_plain_html_with_its_spellings()
    {
        var page = await starter.Server.ReadAsync("/places/pl-albukamal");

        Assert.Equal("Albu Kamal", page.QuerySelector("h1")!.Words());
        Assert.Equal(["Abu Kamal", "Al-Bukamal", "Al-Bokamal", "Boukamal", "Abukamal", "Abukama AP typo", "البوكمال Arabic"], page.WordsOf(".aliases > li"));
        Assert.Equal("ar", page.QuerySelectorAll(".aliases bdi")[^1].GetAttribute("lang"));
        Assert.StartsWith("34.5° N, 40.9° E · known to 6 km", page.QuerySelector(".facts dd")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["dist/theme"], page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!.Split('.')[0]));
    }

    [Fact]
    public async Task What_happened_around_it_is_told_the_nearest_first_and_leads_to_the_map()
    {
        var page = await starter.Server.ReadAsync("/places/pl-albukamal");

        Assert.Equal("7 incidents within 25 km", page.QuerySelector("#around h2")!.Words());
        Assert.Equal(["25 km"], page.WordsOf(".role-choice [aria-current]"));
        Assert.Equal(["within 12 km", "within 12 km", "within 12 km", "within 12 km", "within 22 km", "within 24 km", "within 24 km"], page.WordsOf("#around .lag"));
        var map = await starter.Server.ReadAsync(page.AddressOf("a", "Show the area on the map"));
        Assert.Equal("The map shows the square around the circle, with 7 incidents.", page.QuerySelector("#around .document-actions .quiet")!.Words());
        Assert.Equal(7, map.QuerySelectorAll(".list .row-link").Length);
    }

    [Theory]
    [InlineData("5", "5 km", "5 incidents within 5 km")]
    [InlineData("100", "100 km", "8 incidents within 100 km")]
    [InlineData("7", "25 km", "7 incidents within 25 km")]
    [InlineData("many", "25 km", "7 incidents within 25 km")]
    public async Task The_radius_is_chosen_by_a_link(string asked, string shown, string heading)
    {
        var page = await starter.Server.ReadAsync($"/places/pl-albukamal?radius={asked}");

        Assert.Equal([shown], page.WordsOf(".role-choice [aria-current]"));
        Assert.Equal(heading, page.QuerySelector("#around h2")!.Words());
    }

    [Fact]
    public async Task What_names_a_place_and_lies_elsewhere_is_told_apart()
    {
        var page = await starter.Server.ReadAsync("/places/pl-gaza-envelope?radius=5");

        Assert.Equal("No incident within 5 km", page.QuerySelector("#around h2")!.Words());
        Assert.Equal("The place itself is only known to 25 km: a circle of 5 km says little about it.", page.QuerySelector("#around p")!.Words());
        Assert.Equal("Named with it, but not placed within 5 km", page.QuerySelector("#naming h2")!.Words());
        Assert.Equal(["Hamas-led attack on southern Israel"], page.WordsOf("#naming .chain-link"));
        Assert.Empty((await starter.Server.ReadAsync("/places/pl-gaza-envelope?radius=25")).QuerySelectorAll("#naming"));
    }

    [Theory]
    [InlineData("pl-trebil", "No source gives its coordinates, so nothing can be looked for around it.", "coordinates not known")]
    [InlineData("pl-iraq", "It stands for a whole province or country, so nothing can be looked for around it.", "33° N, 44° E · known to 500 km")]
    public async Task A_place_on_no_map_says_so(string id, string words, string where)
    {
        var page = await starter.Server.ReadAsync($"/places/{id}");

        Assert.Equal(words, page.QuerySelector("#around p")!.Words());
        Assert.StartsWith(where, page.QuerySelector(".facts dd")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".role-choice"));
    }

    [Fact]
    public async Task An_unknown_place_is_a_404_with_a_search() =>
        Assert.Equal("No such place", (await starter.Server.ReadAsync("/places/nowhere", HttpStatusCode.NotFound)).QuerySelector("h1")!.Words());

    [Fact]
    public async Task The_places_of_an_incident_lead_to_their_pages_and_say_the_same_as_before()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-01-28-tower-22-drone-attack");
        Assert.Equal("/places/pl-tower22", page.AddressOf(".place-words a", "Tower 22"));
        Assert.Equal("Tower 22, al-Mafraq (Rukban), Jordan · known to 1.5 km", page.QuerySelector(".place-words")!.Words());
    }

    [Fact]
    public async Task Every_place_has_a_page()
    {
        foreach (var place in Data.StarterDataset.Load().Places)
        {
            Assert.Equal(place.Name, (await starter.Server.ReadAsync($"/places/{place.Id}")).QuerySelector("h1")!.Words());
        }
    }

    [Theory]
    [InlineData(0, 6000, 6000, "within 12 km")]
    [InlineData(0, 100, 100, "within 200 m")]
    [InlineData(11_900, 6000, 6000, "within 24 km")]
    [InlineData(24_300, 1000, 500, "about 24 km")]
    [InlineData(24_300, 2500, 3000, "about 25 km")]
    [InlineData(760, 50, 50, "about 800 m")]
    [InlineData(90_400, 30_000, 10_000, "about 100 km")]
    public void A_distance_says_no_more_than_is_known_of_both_ends(double metres, double one, double other, string words) =>
        Assert.Equal(words, DistanceWords.Of(metres, new GeoPrecision(one), new GeoPrecision(other)));

    [Fact]
    public void A_distance_to_what_nobody_knows_exactly_says_so() =>
        Assert.Equal("about 24.3 km, not known how exactly", DistanceWords.Of(24_300, new GeoPrecision(100), null));
}
