using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Links;

public sealed class LinkedViewTests
{
    private static readonly Dataset _starter = StarterDataset.Load();

    [Fact]
    public async Task A_frozen_link_gives_the_same_bytes_after_a_commit_and_a_live_one_the_new_incident()
    {
        await using var dashboard = await RunningDashboard.StartAsync([_starter]);
        var (frozen, live) = (dashboard.Make(isFrozen: true).Token, dashboard.Make(new Redaction { CellKilometres = 50 }).Token);
        var data = await dashboard.DataAsync(frozen);
        string[] paths = [$"{data}/marks?link={frozen}", $"{data}/times?link={frozen}", $"/preview.png?link={frozen}", $"/export.csv?link={frozen}", $"/citation.txt?link={frozen}"];
        var before = await BytesAsync();
        Assert.Equal(43, await CountAsync(live));

        await dashboard.AddAsync("later", 1);
        Assert.Equal(before, await BytesAsync());
        Assert.Equal(43, await CountAsync(frozen));
        while (await CountAsync(live) == 43)
        {
            await Task.Yield();
        }

        Assert.Equal(44, await CountAsync(live));

        async Task<List<string>> BytesAsync()
        {
            List<string> all = [];
            foreach (var path in paths)
            {
                all.Add(Convert.ToHexString(await (await dashboard.ReadyAsync(path)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
            }

            return all;
        }

        async Task<int> CountAsync(string token) => (int)JsonNode.Parse(await dashboard.ReadyTextAsync($"{await dashboard.DataAsync(token)}/marks?link={token}"))!["count"]!;
    }

    [Fact]
    public async Task Locked_filters_leave_their_incidents_and_no_parameter_brings_others()
    {
        await using var dashboard = await RunningDashboard.StartAsync([_starter]);
        var token = dashboard.Make(new Redaction { LocksFilters = true }, "kind=attack").Token;
        var data = await dashboard.DataAsync(token);
        Assert.Equal(["attack"], (await MarksAsync("")).Select(mark => (string)mark!["kind"]!).Distinct());
        Assert.Empty(await MarksAsync("&kind=strike"));
        var page = await dashboard.ReadyTextAsync($"/?link={token}");
        Assert.Contains("<span class=\"chip chip-locked\" title=\"The link shows nothing else\"><span class=\"chip-text\" dir=\"auto\">Attack</span><span class=\"quiet\">locked</span></span>", page, StringComparison.Ordinal);
        using var other = await dashboard.ReadyAsync($"/incidents/{_starter.Incidents.First(incident => incident.Kind.Key == "strike").Slug}?link={token}");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

        async Task<JsonArray> MarksAsync(string more) => JsonNode.Parse(await dashboard.ReadyTextAsync($"{data}/marks?link={token}{more}"))!["incidents"]!.AsArray();
    }

    [Fact]
    public async Task A_page_seen_through_a_link_says_what_it_shows_and_stays_with_it()
    {
        await using var dashboard = await RunningDashboard.StartAsync([_starter]);
        var made = dashboard.Make(new Redaction { CellKilometres = 10, Fields = [WithheldField.Tolls], LocksFilters = true }, isFrozen: true, title: "For <the> desk", query: "sel=2024-01-28-tower-22-drone-attack");
        using var opened = await dashboard.ReadyAsync($"/s/{made.Token}");
        var page = await dashboard.ReadyTextAsync(opened.Headers.Location!.OriginalString);
        Assert.Contains("For &lt;the&gt; desk", page, StringComparison.Ordinal);
        Assert.Contains("Frozen at revision 1", page, StringComparison.Ordinal);
        Assert.Contains("Coordinates rounded to 10 km", page, StringComparison.Ordinal);
        Assert.Contains("Withheld: names of places, killed and injured", page, StringComparison.Ordinal);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var addresses = document.QuerySelectorAll("[href],[marks],[src]").SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("marks"), element.GetAttribute("src") }).OfType<string>().ToList();
        Assert.DoesNotContain(addresses, address => address.StartsWith("/actors/", StringComparison.Ordinal) || address.StartsWith("/places/", StringComparison.Ordinal) || address.StartsWith("/corrections", StringComparison.Ordinal));
        Assert.All(addresses.Where(address => address.StartsWith("/?", StringComparison.Ordinal) || address.StartsWith("/data/", StringComparison.Ordinal) || address.StartsWith("/export", StringComparison.Ordinal) || address.StartsWith("/incidents/", StringComparison.Ordinal) || address.StartsWith("/share", StringComparison.Ordinal)),
            address => Assert.Contains($"link={made.Token}", address, StringComparison.Ordinal));
        var incident = addresses.First(address => address.StartsWith("/incidents/", StringComparison.Ordinal));
        using var itsPage = await dashboard.ReadyAsync(incident);
        Assert.Equal(HttpStatusCode.OK, itsPage.StatusCode);
    }

    [Fact]
    public async Task No_day_and_no_name_of_a_revision_leads_to_another_one()
    {
        using var changed = new ChangedDashboard();
        changed.Add(Dataset(Incident("old"))).Add(Revisions.DatasetOf("later", 1));
        await using var dashboard = await changed.StartAsync();
        var token = dashboard.Make(new Redaction { CellKilometres = 1 }).Token;
        await dashboard.DataAsync(token);
        foreach (var name in (string[])["1", "2", dashboard.Data[6..], "1-00000000"])
        {
            using var marks = await dashboard.ReadyAsync($"/data/{name}/marks?link={token}");
            Assert.Equal((name, HttpStatusCode.NotFound), (name, marks.StatusCode));
        }

        var present = await dashboard.ReadyTextAsync($"/export.csv?link={token}");
        Assert.Equal(present, await dashboard.ReadyTextAsync($"/export.csv?link={token}&asof={ChangedDashboard.FirstDay:yyyy-MM-dd}"));
    }
}
