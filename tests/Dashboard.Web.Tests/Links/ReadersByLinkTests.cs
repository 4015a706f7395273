using System.Net;
using Dashboard.Data;
using Dashboard.Domain.Accounts;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Links;

/// <summary>A server that shows readers nothing but what they were sent a link to.</summary>
public sealed class ReadersByLinkTests
{
    private static readonly (string, string) _stranger = ("X-Forwarded-For", "203.0.113.9");

    [Fact]
    public async Task A_reader_without_a_link_is_told_the_same_whatever_they_ask_for()
    {
        await using var dashboard = await StartAsync();
        string[] paths =
        [
            "/", "/?kind=attack", "/incidents/point", "/incidents/none", "/nowhere", "/embed", "/share", "/oembed?url=http://localhost/", "/filters/kind", "/filters/lens", dashboard.Marks,
            $"{dashboard.Data}/relations", $"{dashboard.Data}/times", $"{dashboard.Data}/tiles/0/0/0", $"{dashboard.Data}/preview.png", "/export.csv", "/export.geojson", "/bundle.zip", "/preview.png", "/picture.png",
            "/picture.svg", "/citation.txt", "/citation.bib", "/citation.ris", "/qr.svg", "/corrections", "/corrections.atom", "/corrections.json", "/incidents/point/history", "/actors/a", "/places/here",
            "/datasets", "/leads", "/licences", "/import", "/stories", "/stories/none", "/links", "/briefings/none", "/revisions/1", "/account", "/accounts",
        ];
        var told = new HashSet<string>();
        foreach (var path in paths)
        {
            using var answer = await dashboard.GetAsync(path, _stranger, ("Accept", "text/html"));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            told.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("This server shows its incidents to people who sign in or were sent a link.", Assert.Single(told), StringComparison.Ordinal);
        using var making = await dashboard.PostAsync("/s", new FormUrlEncodedContent([new("query", "kind=attack")]), _stranger);
        Assert.Equal(HttpStatusCode.Forbidden, making.StatusCode);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/css/tokens.css")]
    [InlineData("/dist/explore.js")]
    [InlineData("/basemap/land.json")]
    [InlineData("/sign-in")]
    public async Task What_shows_no_incident_is_open(string path)
    {
        await using var dashboard = await StartAsync();
        using var answer = await dashboard.GetAsync(path, _stranger);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
    }

    [Fact]
    public async Task A_link_opens_what_it_shows_and_nothing_beside_it()
    {
        await using var dashboard = await StartAsync();
        var made = dashboard.Make(new Redaction { CellKilometres = 10 });
        using var opened = await dashboard.ReadyAsync(LinkAddress.Of(made.Token));
        Assert.Equal((HttpStatusCode.Found, $"/?link={made.Token}"), (opened.StatusCode, opened.Headers.Location?.OriginalString));
        foreach (var path in (string[])["/", $"{await dashboard.DataAsync(made.Token)}/marks", "/export.csv", "/preview.png", "/share", "/citation.txt"])
        {
            using var shown = await dashboard.ReadyAsync($"{path}?link={made.Token}");
            Assert.Equal((path, HttpStatusCode.OK), (path, shown.StatusCode));
        }

        using var beside = await dashboard.GetAsync(dashboard.Marks, _stranger);
        Assert.Equal(HttpStatusCode.Forbidden, beside.StatusCode);
        dashboard.Links().Revoke(made.Link.Number);
        using var ended = await dashboard.GetAsync($"/?link={made.Token}", _stranger);
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
    }

    [Fact]
    public async Task Who_may_change_the_data_sees_everything()
    {
        await using var dashboard = await StartAsync();
        using var here = await dashboard.GetAsync("/");
        var store = dashboard.Services.GetRequiredService<DashboardStore>();
        var cookie = $"dashboard-session={store.Sessions.Begin(store.Accounts.Add("Noor", Role.Editor, "hash"))}";
        using var signedIn = await dashboard.GetAsync("/", _stranger, ("Cookie", cookie));
        using var marks = await dashboard.GetAsync(dashboard.Marks, _stranger, ("Cookie", cookie));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (here.StatusCode, signedIn.StatusCode, marks.StatusCode));
    }

    private static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync([Dataset(Incident("point"))], readers: "by-link");
}
