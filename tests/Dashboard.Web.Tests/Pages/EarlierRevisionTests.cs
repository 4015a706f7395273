using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Pages;

/// <summary>Views of days on which the store was kept already: they are of the revision that was the last one on that day.</summary>
public class EarlierRevisionTests
{
    private static readonly Dataset _first = Dataset([Shelling("first", 3), Shelling("second", 1)]);

    [Fact]
    public async Task A_day_shows_what_the_store_held_when_it_ended_and_what_was_corrected_since()
    {
        await using var server = await ServeAsync();

        var first = await server.ReadAsync(On(0));
        var second = await server.ReadAsync(On(1));
        var present = await server.ReadAsync("/");

        Assert.Equal(["first", "second"], Slugs(first));
        Assert.Equal(["first", "second", "third"], Slugs(second));
        Assert.Equal(["first", "second", "third"], Slugs(present));
        Assert.Equal(["3 killed", "changed since: killed 3 → 5", "1 killed"], first.WordsOf(".list tbody [data-part=toll] > span"));
        Assert.Equal(["5 killed", "1 killed", "2 killed"], second.WordsOf(".list tbody [data-part=toll] > span"));
        Assert.Equal("Corrected since", first.QuerySelector(".known-since a")!.Words());
        Assert.Equal("/corrections", first.QuerySelector(".known-since a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Its_data_are_at_addresses_of_their_own_and_files_agree()
    {
        await using var server = await ServeAsync();
        var address = (await server.ReadAsync(On(0))).QuerySelector("explore-view")!.GetAttribute("marks")!;

        var marks = JsonNode.Parse(await server.TextAsync(address))!;
        var file = JsonNode.Parse(await server.TextAsync($"/export.geojson{On(0)[1..]}"))!;

        Assert.StartsWith("/data/1-", address, StringComparison.Ordinal);
        Assert.Equal(1, (int)marks["revision"]!);
        Assert.Equal(["first", "second"], marks["incidents"]!.AsArray().Select(mark => (string)mark!["slug"]!));
        Assert.Equal([3, 1], file["features"]!.AsArray().Select(feature => (int)feature!["properties"]!["toll"]!["killed"]!["low"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/data/1-00000000/marks")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/data/9-00000000/marks")).StatusCode);
    }

    [Fact]
    public async Task An_incident_that_is_gone_is_still_there_on_the_days_on_which_it_was()
    {
        using var changed = new ChangedDashboard().Add(_first).Import(Dataset([Shelling("third", 2)]), "more.csv").Undo(2);
        await using var server = await changed.StartAsync();

        Assert.Equal(["first", "second", "third"], Slugs(await server.ReadAsync(On(1))));
        Assert.Equal(["first", "second"], Slugs(await server.ReadAsync(On(2))));
        Assert.Equal("Since then the incident was taken from the record.", (await server.ReadAsync($"{On(1)}&sel=third")).QuerySelector(".results-incident .known-on p")!.Words()["As known on 2 Mar 2024. ".Length..]);
    }

    private static async Task<RunningDashboard> ServeAsync()
    {
        using var changed = new ChangedDashboard().Add(_first).Import(Dataset([Shelling("first", 5), Shelling("second", 1), Shelling("third", 2)]), "corrected.csv");
        return await changed.StartAsync();
    }

    private static string On(int day) => string.Create(CultureInfo.InvariantCulture, $"/?asof={ChangedDashboard.FirstDay.AddDays(day):yyyy-MM-dd}");

    private static IEnumerable<string> Slugs(AngleSharp.Dom.IParentNode page) => page.QuerySelectorAll(".row-link").Select(link => link.Address().Split("sel=")[1]);

    private static Incident Shelling(string slug, int killed) => Incident(slug, null) with { Killed = new TollReading(new Toll(killed, killed, killed), null, NoEvidence) };
}
