using System.Net;
using Dashboard.Data;
using Dashboard.Data.Stories;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Stories;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Links;
using Dashboard.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Stories;

/// <summary>Where readers need a link they read the stories whose views are all seen through links.</summary>
public sealed class StoriesByLinkTests
{
    private static readonly (string, string) _stranger = ("X-Forwarded-For", "203.0.113.9");

    [Fact]
    public async Task Who_has_the_address_reads_a_story_whose_views_are_seen_through_links_and_no_other()
    {
        await using var dashboard = await StartAsync();
        var (first, second) = (dashboard.Make(new Redaction { CellKilometres = 10 }), dashboard.Make(new Redaction { LocksFilters = true }, "kind=attack"));
        var told = Add(dashboard, "told", $"link={first.Token}", $"kind=attack&link={second.Token}");
        var half = Add(dashboard, "half", $"link={first.Token}", "kind=attack");
        var none = Add(dashboard, "none");

        var page = await ReadyAsync(dashboard, $"/stories/{told}");
        Assert.Contains("told", page, StringComparison.Ordinal);
        Assert.Contains($"link={second.Token}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/stories\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/\"", page, StringComparison.Ordinal);
        Assert.Contains("story-framed", await ReadyAsync(dashboard, $"/stories/{told}/embed"), StringComparison.Ordinal);
        var closed = new HashSet<string>();
        foreach (var path in (string[])[$"/stories/{half}", $"/stories/{none}", $"/stories/{half}/embed", "/stories/nothing", "/stories", $"/stories/{told}/edit", $"/stories/{told}?step=1&link=x"])
        {
            using var answer = await dashboard.GetAsync(path, _stranger);
            Assert.Equal((path, path.Contains("link=", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden), (path, answer.StatusCode));
            closed.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(2, closed.Count);
        Assert.DoesNotContain(closed, body => body.Contains("told", StringComparison.Ordinal) || body.Contains("half", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_one_of_whose_links_was_ended_shows_what_is_left_and_one_without_any_is_closed()
    {
        await using var dashboard = await StartAsync();
        var (first, second) = (dashboard.Make(new Redaction { CellKilometres = 10 }), dashboard.Make(new Redaction { LocksFilters = true }, "kind=attack"));
        var told = Add(dashboard, "told", $"link={first.Token}", $"link={second.Token}");
        dashboard.Links().Revoke(first.Link.Number);
        Assert.Contains("The link that this view was seen through opens nothing any more.", await ReadyAsync(dashboard, $"/stories/{told}"), StringComparison.Ordinal);

        dashboard.Links().Revoke(second.Link.Number);
        using var closed = await dashboard.GetAsync($"/stories/{told}", _stranger);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
    }

    [Fact]
    public async Task Who_writes_a_story_is_told_which_steps_readers_see_and_how_to_make_it_so()
    {
        await using var dashboard = await StartAsync();
        var (open, ended) = (dashboard.Make(new Redaction { CellKilometres = 10 }), dashboard.Make(new Redaction { CellKilometres = 50 }));
        dashboard.Links().Revoke(ended.Link.Number);
        var story = Add(dashboard, "told", $"link={open.Token}", $"kind=attack&link={ended.Token}", "kind=attack");
        var page = await dashboard.ReadAsync($"/stories/{story}/edit");

        Assert.Equal(["ThroughLink", "WordsOnly", "Closed"], page.QuerySelectorAll(".story-form-sight").Select(line => line.GetAttribute("data-sight")));
        Assert.Equal(["/share?kind=attack#own-link", "/share?kind=attack#own-link"], page.QuerySelectorAll(".story-form-sight a").Select(link => link.Address()));
        Assert.StartsWith("Readers cannot open this story", page.QuerySelector(".story-readers")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dashboard.GetAsync("/stories")).StatusCode);

        await using var everybody = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        Assert.Empty((await everybody.ReadAsync($"/stories/{Add(everybody, "told", "kind=attack")}/edit")).QuerySelectorAll(".story-form-sight, .story-readers"));
    }

    [Theory]
    [InlineData("/s/abc", "link=abc")]
    [InlineData("https://news.example/s/abc", "link=abc")]
    [InlineData("https://news.example/?kind=attack&link=abc", "kind=attack&link=abc")]
    public void A_short_link_that_is_pasted_is_never_taken_for_everything(string pasted, string query) => Assert.Equal(query, StoryForm.QueryIn(pasted, _ => null));

    [Fact]
    public async Task A_plain_short_link_that_is_pasted_is_the_view_that_it_leads_to()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Dataset(Incident("point"))]);
        var (plain, own) = (dashboard.Links().MakePlain(ViewStateCodec.Parse("kind=attack&from=2024-01-01").View), dashboard.Make(query: "kind=attack").Token);
        using var added = await dashboard.PostAsync("/stories", new FormUrlEncodedContent([new("title", "Told"), new("query", $"{dashboard.Address}s/{plain}")]));
        var story = Assert.Single(dashboard.Services.GetRequiredService<DashboardStore>().Stories.All());
        using var saved = await dashboard.PostAsync($"/stories/{story.Slug}/edit", new FormUrlEncodedContent(
        [
            new("title", "Told"), new("version", "1"),
            new("query", $"/?{story.Text.Steps[0].Query}"), new("heading", ""), new("text", ""),
            new("query", $"/s/{plain}"), new("heading", ""), new("text", ""),
            new("query", $"/s/{own}"), new("heading", ""), new("text", ""),
        ]));

        Assert.Equal(
            ["from=2024-01-01&kind=attack", "from=2024-01-01&kind=attack", $"link={own}"],
            dashboard.Services.GetRequiredService<DashboardStore>().Stories.Find(story.Slug)!.Text.Steps.Select(step => step.Query));
    }

    [Fact]
    public async Task What_is_shared_through_a_link_says_that_it_has_the_link()
    {
        await using var dashboard = await StartAsync();
        var token = dashboard.Make(new Redaction { LocksFilters = true }).Token;
        var (through, plain) = (await dashboard.ReadyTextAsync($"/share?link={token}"), await dashboard.ReadyTextAsync("/share"));
        var (view, bare) = (await dashboard.ReadyTextAsync($"/?link={token}"), await dashboard.ReadyTextAsync("/"));

        Assert.Equal((true, false), (through.Contains("also has the link", StringComparison.Ordinal), plain.Contains("also has the link", StringComparison.Ordinal)));
        Assert.Equal((true, false), (view.Contains("Whoever has this also has the link", StringComparison.Ordinal), bare.Contains("Whoever has this also has the link", StringComparison.Ordinal)));
    }

    private static Task<RunningDashboard> StartAsync() => RunningDashboard.StartAsync([Dataset(Incident("point"))], readers: "by-link");

    private static string Add(RunningDashboard dashboard, string title, params string[] queries) => dashboard.Services.GetRequiredService<DashboardStore>().Stories
        .Add(new StoryText(title, "", queries.Select(query => new StoryStep(query, "", "")).ToValueList()), who: null).Slug;

    /// <summary>As a reader sees it once everything that its links show is there.</summary>
    private static async Task<string> ReadyAsync(RunningDashboard dashboard, string path)
    {
        for (var ask = 0; ; ask++)
        {
            var page = await (await dashboard.ReadyAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!page.Contains("is being made ready", StringComparison.Ordinal) || ask == 30)
            {
                return page;
            }
        }
    }
}
