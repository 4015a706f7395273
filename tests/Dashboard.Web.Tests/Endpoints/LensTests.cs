using System.Text.Json.Nodes;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Pages;

namespace Dashboard.Web.Tests.Endpoints;

/// <summary>What is sent of a view that is looked at through a lens agrees with its page.</summary>
public class LensTests(StarterDashboard starter)
{
    private const string Faded = "lens=act-centcom";
    private const string Hidden = "lens=act-centcom&unmentioned=hidden";

    [Fact]
    public async Task Marks_say_which_incidents_the_lens_does_not_mention()
    {
        var page = await starter.Server.ReadAsync($"/?{Faded}");
        var marks = await MarksAsync(page.QuerySelector("explore-view")!.GetAttribute("marks")!);
        var mentioned = page.QuerySelectorAll(".list tbody tr").Where(row => row.QuerySelector("[data-mentioned=true]") is not null).Select(row => row.QuerySelector(".row-link")!.Address().Split("sel=")[1]).Order();

        Assert.Equal(43, marks.Count);
        Assert.Equal(mentioned, marks.Where(mark => mark["unmentioned"] is null).Select(mark => (string)mark["slug"]!).Order());
        Assert.All(marks.Where(mark => mark["unmentioned"] is not null), mark => Assert.True((bool)mark["unmentioned"]!));
    }

    [Theory]
    [InlineData("lens=nobody", 43)]
    [InlineData("", 43)]
    [InlineData(Hidden, 10)]
    public async Task Without_anybody_to_mention_them_or_with_the_others_hidden_no_mark_is_unmentioned(string query, int count)
    {
        var page = await starter.Server.ReadAsync($"/?{query}");
        var marks = await MarksAsync(page.QuerySelector("explore-view")!.GetAttribute("marks")!);

        Assert.Equal(count, marks.Count);
        Assert.All(marks, mark => Assert.Null(mark["unmentioned"]));
    }

    [Fact]
    public async Task A_faded_export_has_all_and_says_of_each_what_the_lens_says()
    {
        var table = (await starter.Server.TextAsync($"/export.csv?{Faded}")).Split("\r\n");
        var features = JsonNode.Parse(await starter.Server.TextAsync($"/export.geojson?{Faded}"))!["features"]!.AsArray();

        Assert.EndsWith(",lead,lens,mentioned,lens_killed_low,lens_killed_high,lens_injured_low,lens_injured_high", table[0], StringComparison.Ordinal);
        Assert.Equal((43, 10), (features.Count, features.Count(feature => (bool)feature!["properties"]!["mentioned"]!)));
        Assert.EndsWith(",act-centcom,true,3,3,25,", table.Single(line => line.StartsWith("2024-01-28-tower-22-drone-attack,", StringComparison.Ordinal)), StringComparison.Ordinal);
        var told = features.Single(feature => (string?)feature!["properties"]!["slug"] == "2024-01-28-tower-22-drone-attack")!["properties"]!.AsObject();
        Assert.Equal(
            """{"lens":"act-centcom","mentioned":true,"lens_killed_low":3,"lens_killed_high":3,"lens_injured_low":25,"lens_injured_high":null}""",
            new JsonObject(told.Where(member => member.Key == "mentioned" || member.Key.StartsWith("lens", StringComparison.Ordinal)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString());
    }

    [Fact]
    public async Task A_hidden_export_has_only_what_is_mentioned()
    {
        var features = JsonNode.Parse(await starter.Server.TextAsync($"/export.geojson?{Hidden}"))!["features"]!.AsArray();

        Assert.Equal(10, features.Count);
        Assert.All(features, feature => Assert.True((bool)feature!["properties"]!["mentioned"]!));
        Assert.Equal(11, (await starter.Server.TextAsync($"/export.csv?{Hidden}")).Split("\r\n").Count(line => line.Contains("act-centcom,true", StringComparison.Ordinal) || line.StartsWith("slug,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("lens=nobody")]
    [InlineData("")]
    public async Task An_export_without_a_lens_says_nothing_of_one(string query) =>
        Assert.DoesNotContain("mentioned", await starter.Server.TextAsync($"/export.csv?{query}"), StringComparison.Ordinal);

    private async Task<IReadOnlyList<JsonNode>> MarksAsync(string address) =>
        [.. JsonNode.Parse(await starter.Server.TextAsync(address))!["incidents"]!.AsArray().OfType<JsonNode>()];
}
