using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Links;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Briefings;

/// <summary>A briefing that begins through a link stays within it; where readers need a link they follow no other.</summary>
public sealed class BriefingsByLinkTests
{
    private static readonly (string, string) _stranger = ("X-Forwarded-For", "203.0.113.9");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_follow_what_a_link_shows_and_nothing_that_is_not_seen_through_it()
    {
        await using var dashboard = await StartAsync();
        var link = dashboard.Make(new Redaction { CellKilometres = 10 });
        var (token, key) = await BeginAsync(dashboard, $"kind=attack&link={link.Token}");
        Assert.Equal((HttpStatusCode.Redirect, $"/?kind=attack&link={link.Token}&briefing={token}"), await OpenAsync(dashboard, token));

        Assert.Equal("""{"followers":0}""", await ShowAsync(dashboard, token, key, $"kind=strike&link={link.Token}"));
        foreach (var outside in (string[])["kind=statement", "", $"kind=statement&link={dashboard.Make(new Redaction { CellKilometres = 50 }).Token}"])
        {
            Assert.Equal("""{"followers":0,"isOutside":true}""", await ShowAsync(dashboard, token, key, outside));
            Assert.Equal((HttpStatusCode.Redirect, $"/?kind=strike&link={link.Token}&briefing={token}"), await OpenAsync(dashboard, token));
        }

        dashboard.Links().Revoke(link.Link.Number);
        Assert.Equal((HttpStatusCode.Forbidden, null), await OpenAsync(dashboard, token));
    }

    [Fact]
    public async Task A_briefing_of_everything_is_closed_to_readers_as_if_there_were_none()
    {
        await using var dashboard = await StartAsync();
        var (token, _) = await BeginAsync(dashboard, "kind=attack");
        var told = new HashSet<string>();
        foreach (var path in (string[])[$"/briefings/{token}", $"/briefings/{token}/events", "/briefings/none", "/briefings/none/events"])
        {
            using var answer = await dashboard.GetAsync(path, _stranger);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            told.Add(await answer.Content.ReadAsStringAsync(Stop));
        }

        Assert.Single(told);
        using var editor = await dashboard.GetAsync($"/briefings/{token}");
        Assert.Equal(HttpStatusCode.Redirect, editor.StatusCode);
    }

    private static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync([Dataset(Incident("point"))], readers: "by-link");

    private static async Task<(string Token, string Key)> BeginAsync(RunningDashboard dashboard, string query)
    {
        using var begun = await dashboard.PostAsync("/briefings", Json(new JsonObject { ["name"] = "Ada", ["query"] = query }));
        var said = JsonNode.Parse(await begun.Content.ReadAsStringAsync(Stop))!;
        return ((string)said["token"]!, (string)said["key"]!);
    }

    private static async Task<string> ShowAsync(RunningDashboard dashboard, string token, string key, string query)
    {
        using var shown = await dashboard.PostAsync($"/briefings/{token}/view", Json(new JsonObject { ["query"] = query }), ("Briefing-Key", key));
        return await shown.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<(HttpStatusCode Status, string? Leads)> OpenAsync(RunningDashboard dashboard, string token)
    {
        using var opened = await dashboard.GetAsync($"/briefings/{token}", _stranger);
        return (opened.StatusCode, opened.Headers.Location?.OriginalString);
    }

    private static StringContent Json(JsonObject said) => new(said.ToJsonString(), Encoding.UTF8, "application/json");
}
