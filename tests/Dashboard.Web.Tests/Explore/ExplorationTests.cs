using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Explore;

/// <summary>What pages show when something is committed while they are open.</summary>
public class ExplorationTests
{
    [Fact]
    public async Task After_a_commit_the_next_page_is_wholly_of_the_new_revision()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        var before = await dashboard.ReadAsync("/");
        Assert.Equal("3 of 3 incidents, 3 undated", before.QuerySelector(".filters .result-count")!.Words());
        Assert.Equal("3 incidents: Title of first · Incident dashboard", before.Title);

        await dashboard.AddAsync("second", 2);

        var after = await dashboard.ReadAsync("/");
        Assert.Equal("5 of 5 incidents, 5 undated", after.QuerySelector(".filters .result-count")!.Words());
        Assert.Equal("5 incidents: 2 datasets · Incident dashboard", after.Title);
        Assert.Equal("3 of 5 incidents: Title of first · Incident dashboard", (await dashboard.ReadAsync("/?dataset=first")).Title);
        Assert.Equal(dashboard.Marks, after.QuerySelector("explore-view")!.GetAttribute("marks"));
        Assert.NotEqual(before.QuerySelector("explore-view")!.GetAttribute("marks"), dashboard.Marks);
    }

    [Fact]
    public async Task A_page_of_an_earlier_revision_still_gets_its_marks_and_one_of_none_is_told_the_present_revision()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        var address = dashboard.Marks;
        var (marks, found) = (await dashboard.TextAsync(address), await dashboard.TextAsync($"{address}?q=first"));

        await dashboard.AddAsync("second", 2);
        Assert.Equal((marks, found), (await dashboard.TextAsync(address), await dashboard.TextAsync($"{address}?q=first")));
        Assert.NotEqual(marks, await dashboard.TextAsync(dashboard.Marks));

        await dashboard.AddAsync("third", 1);
        Assert.Equal((marks, found), (await dashboard.TextAsync(address), await dashboard.TextAsync($"{address}?q=first")));
        using var gone = await dashboard.GetAsync(address.Replace("/1-", "/1-0", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains(dashboard.Marks.Split('/')[2], await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_asks_for_first_is_ready_before_the_new_revision_is_shown()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        await dashboard.AddAsync("second", 2);

        var answers = dashboard.Services.GetRequiredService<Exploration>().Present.Answers;
        var before = answers.Bytes;
        Assert.NotEqual(0, before);
        await dashboard.TextAsync(dashboard.Marks);
        Assert.Equal(before, answers.Bytes);
        await dashboard.TextAsync($"{dashboard.Marks}?kind=attack");
        Assert.NotEqual(before, answers.Bytes);
    }

    [Fact]
    public async Task What_was_drawn_from_a_revision_stays_of_it()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        var exploration = dashboard.Services.GetRequiredService<Exploration>();
        var present = exploration.Present;
        var query = IncidentQuery.All with { Text = "title" };
        Assert.Equal(3, present.Find(query).Count);

        await dashboard.AddAsync("second", 2);

        Assert.Equal((3, 5), (present.Find(query).Count, exploration.Present.Find(query).Count));
        Assert.Equal((1, 2), (present.Datasets.All.Count, exploration.Present.Datasets.All.Count));
    }

    [Fact]
    public async Task Of_commits_that_come_at_once_the_last_one_is_shown()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        var store = dashboard.Services.GetRequiredService<DashboardStore>();
        for (var number = 0; number < 20; number++)
        {
            store.Add(Revisions.DatasetOf($"d{number}", 1));
        }

        await dashboard.AddAsync("last", 2);

        Assert.Equal(25, dashboard.Services.GetRequiredService<Exploration>().Present.Index.Total);
    }

    [Fact]
    public async Task Leads_are_no_incidents_and_come_only_where_they_are_asked_for()
    {
        var dataset = Revisions.DatasetOf("coded", 3);
        var leads = dataset.Incidents.Take(2).Select(incident => incident with { IsLead = true });
        await using var dashboard = await RunningDashboard.StartAsync([dataset with { Incidents = [.. leads, dataset.Incidents[2]] }]);

        Assert.Equal("1 incident: Title of coded · Incident dashboard", (await dashboard.ReadAsync("/")).Title);
        Assert.Equal("1 incident and 2 leads: Title of coded · Incident dashboard", (await dashboard.ReadAsync("/?leads=shown")).Title);
        Assert.Equal("2 leads: Title of coded · Incident dashboard", (await dashboard.ReadAsync("/?leads=only")).Title);
        Assert.Equal([("coded-2", false)], await MarksAsync(""));
        Assert.Equal([("coded-0", true), ("coded-1", true), ("coded-2", false)], await MarksAsync("?leads=shown"));
        Assert.Equal([("coded-0", true), ("coded-1", true)], await MarksAsync("?leads=only"));

        async Task<IEnumerable<(string, bool)>> MarksAsync(string query) =>
            JsonNode.Parse(await dashboard.TextAsync($"{dashboard.Marks}{query}"))!["incidents"]!.AsArray().Select(mark => ((string)mark!["slug"]!, (bool)mark["lead"]!));
    }

    [Fact]
    public async Task The_index_of_a_large_store_is_read_from_its_file_when_that_is_of_the_revision_and_made_anew_when_not()
    {
        var directory = Directory.CreateTempSubdirectory("dashboard-web-tests-").FullName;
        using (var store = DashboardStore.Open(directory))
        {
            store.Add(Revisions.DatasetOf("first", 20_001));
            ExploredRevision.Last(store, CancellationToken.None).Keep();
            var kept = Directory.GetFiles(directory, "index.cache*").Single();
            var written = File.GetLastWriteTimeUtc(kept);

            var fromFile = ExploredRevision.Last(store, CancellationToken.None);
            fromFile.Keep();
            Assert.Equal((20_001, written), (fromFile.Index.Total, File.GetLastWriteTimeUtc(kept)));

            store.Add(Revisions.DatasetOf("second", 1));
            var anew = ExploredRevision.Last(store, CancellationToken.None);
            File.WriteAllBytes($"{kept}.broken-off.new", [1]);
            anew.Keep();
            Assert.Equal((20_002, true), (anew.Index.Total, File.GetLastWriteTimeUtc(kept) > written));
            Assert.Equal([kept], Directory.GetFiles(directory, "index.cache*"));

            File.WriteAllBytes(kept, [.. File.ReadAllBytes(kept)[..^1], 0xff]);
            Assert.Equal(20_002, ExploredRevision.Last(store, CancellationToken.None).Index.Total);
        }

        Directory.Delete(directory, recursive: true);
    }
}
