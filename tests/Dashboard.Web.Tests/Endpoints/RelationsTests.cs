using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Web.Explore;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Endpoints;

public class RelationsTests(StarterDashboard starter)
{
    [Fact]
    public async Task A_relation_is_told_in_the_direction_of_its_arrow_with_its_lag_and_who_says_so()
    {
        var relations = await AskAsync("?q=tower+22");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"id": "rel-020", "from": "2024-01-28-tower-22-drone-attack", "to": "2024-02-03-us-strikes-iraq-syria", "words": "Drew retaliation", "lag": "5.8 days later",
                 "standing": "asserted", "says": "Joe Biden says so \u00b7 high confidence", "note": null, "step": true}
                """),
            Relation(await AskAsync(""), "rel-020")));
        Assert.False((bool)relations["isCut"]!);
        Assert.Empty(relations["incidents"]!.AsArray());
    }

    [Fact]
    public async Task What_a_source_asserts_and_the_record_contradicts_says_what_the_record_gives_instead()
    {
        var relation = Relation(await AskAsync(""), "rel-026");

        Assert.Equal(
            ("contradicted", false, "article 3 (its wording) says so; the record contradicts it and gives as motive: attacks on shipping and naval vessels (joint statement of 8 states)"),
            ((string?)relation["standing"], (bool)relation["step"]!, (string?)relation["says"]));
    }

    [Fact]
    public async Task An_announcement_points_ahead_and_a_whole_to_its_parts()
    {
        var all = await AskAsync("");

        Assert.Equal("2024-02-01-austin-announces-response Announces 2024-02-03-us-strikes-iraq-syria", Read(Relation(all, "rel-018")));
        Assert.Equal("2024-02-03-us-strikes-iraq-syria Includes 2024-02-03-us-strikes-al-qaim", Read(Relation(all, "rel-021")));

        static string Read(JsonNode relation) => $"{relation["from"]} {relation["words"]} {relation["to"]}";
    }

    [Fact]
    public async Task Both_ends_must_be_in_the_question_whatever_its_window()
    {
        Assert.Equal(["rel-020", "rel-026", "rel-032"], Ids(await AskAsync("?kind=attack&kind=strike&from=2024-01-01&to=2024-01-02")).Intersect(["rel-016", "rel-020", "rel-026", "rel-032"]));
        Assert.Empty(Ids(await AskAsync("?kind=attack")));
        Assert.Equal(["rel-020", "rel-026", "rel-030", "rel-032"], Ids(await AskAsync("?kind=attack&kind=strike&incident=2024-01-28-tower-22-drone-attack")).Order());
    }

    [Fact]
    public async Task Of_one_incident_the_chain_and_its_own_relations_come_with_the_incidents_at_their_ends()
    {
        var relations = await AskAsync("?incident=2024-02-05-al-omar-drone-attack");

        Assert.Equal(["rel-016", "rel-020", "rel-030", "rel-032", "rel-041"], Ids(relations).Order());
        Assert.Equal(6, relations["incidents"]!.AsArray().Count);
        Assert.Equal("""{"all":[],"isCut":false,"incidents":[]}""", (await AskAsync("?incident=nobody")).ToJsonString());
    }

    [Fact]
    public async Task Relations_may_be_kept_for_good_and_those_of_another_revision_are_not_there()
    {
        var address = starter.Server.Marks.Replace("/marks", "/relations", StringComparison.Ordinal);
        using var answer = await starter.Server.GetAsync(address);
        using var known = await starter.Server.GetAsync(address, ("If-None-Match", answer.Headers.ETag!.ToString()));
        using var gone = await starter.Server.GetAsync("/data/1-00000000/relations");

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.NotFound), (answer.StatusCode, known.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Of_many_incidents_only_the_relations_of_one_are_told()
    {
        var incidents = Enumerable.Range(0, ExploredRevision.FewIncidents + 1)
            .Select(i => Incident($"i{i}", new Occurrence(At(2024, 1, 1).AddHours(i), null, TimeSpan.Zero, TimePrecision.Hour))).ToArray();
        var dataset = Dataset(incidents) with { Relations = [new Relation("r", "id-i1", "follows", "id-i0", null, new Evidence([], null), "so")] };
        await using var dashboard = await RunningDashboard.StartAsync([dataset]);
        var address = dashboard.Marks.Replace("/marks", "/relations", StringComparison.Ordinal);

        Assert.Equal("""{"all":[],"isCut":true,"incidents":[]}""", await dashboard.TextAsync(address));
        var one = JsonNode.Parse(await dashboard.TextAsync($"{address}?incident=i1"))!;
        Assert.Equal(["r"], Ids(one));
        Assert.Equal("No claimant is named", (string?)Relation(one, "r")["says"]);
    }

    private async Task<JsonNode> AskAsync(string query) =>
        JsonNode.Parse(await starter.Server.TextAsync($"{starter.Server.Marks.Replace("/marks", "/relations", StringComparison.Ordinal)}{query}"))!;

    private static IEnumerable<string> Ids(JsonNode relations) => relations["all"]!.AsArray().Select(relation => (string)relation!["id"]!);

    private static JsonNode Relation(JsonNode relations, string id) => relations["all"]!.AsArray().Single(relation => (string)relation!["id"]! == id)!;
}
