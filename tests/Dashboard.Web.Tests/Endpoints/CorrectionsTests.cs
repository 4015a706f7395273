using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Pages;

namespace Dashboard.Web.Tests.Endpoints;

/// <summary>What was corrected, as feeds and as a page.</summary>
public class CorrectionsTests(StarterDashboard starter)
{
    private const string Atom = "{http://www.w3.org/2005/Atom}";

    [Fact]
    public async Task A_store_in_which_nothing_was_corrected_has_an_empty_feed()
    {
        var feed = XDocument.Parse(await starter.Server.TextAsync("/corrections.atom")).Root!;

        Assert.Equal("feed", feed.Name.LocalName);
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Matches("^tag:[0-9a-f]{8}\\.dashboard\\.invalid,[0-9]{4}-[0-9]{2}-[0-9]{2}:corrections$", feed.Element(Atom + "id")!.Value);
        Assert.Equal("Nothing was corrected yet.", (await starter.Server.ReadAsync("/corrections")).QuerySelector(".correction-none")!.Words());
    }

    [Fact]
    public async Task A_correction_says_which_incident_what_changed_and_when()
    {
        await using var dashboard = await new ChangedDashboard().Add(Reports(3)).Import(Reports(3, corrected: 1), "a newer file").StartAsync();
        var atom = XDocument.Parse(await dashboard.TextAsync("/corrections.atom")).Root!;
        var entry = Assert.Single(atom.Elements(Atom + "entry"));
        using var json = JsonDocument.Parse(await dashboard.TextAsync("/corrections.json"));
        var item = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray());

        Assert.Equal("Title of report-1: changed", entry.Element(Atom + "title")!.Value);
        Assert.Equal("2024-03-02T12:00:00.000Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("Killed: 3 → 5\nClaim, responsibility, The Front: asserted → retracted\nImport: a newer file", entry.Element(Atom + "content")!.Value);
        Assert.Equal($"{dashboard.Address}incidents/report-1", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Matches("^tag:[0-9a-f]{8}\\.dashboard\\.invalid,2024-03-02:2/report-1$", entry.Element(Atom + "id")!.Value);
        Assert.DoesNotContain("127.0.0.1", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(entry.Element(Atom + "id")!.Value, item.GetProperty("id").GetString());
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Equal($"{dashboard.Address}corrections.json", json.RootElement.GetProperty("feed_url").GetString());
        Assert.Equal(["Killed: 3 → 5", "Claim, responsibility, The Front: asserted → retracted"],
            item.GetProperty("_correction").GetProperty("differences").EnumerateArray()
                .Select(line => $"{line.GetProperty("what").GetString()}: {line.GetProperty("before").GetString()} → {line.GetProperty("after").GetString()}"));
    }

    [Fact]
    public async Task A_feed_of_a_question_has_the_corrections_of_its_incidents()
    {
        await using var dashboard = await new ChangedDashboard().Add(Reports(6)).Import(Reports(6, corrected: 6), "a newer file").StartAsync();

        Assert.Equal(["report-5", "report-4", "report-3", "report-2", "report-1", "report-0"], await SlugsAsync(dashboard, ""));
        Assert.Equal(["report-5", "report-3", "report-1"], await SlugsAsync(dashboard, "?kind=strike"));
        Assert.Equal(["report-2"], await SlugsAsync(dashboard, "?q=report-2"));
        Assert.Equal(["report-4", "report-3"], await SlugsAsync(dashboard, "?from=2024-01-04&to=2024-01-05&lens=ignored&asof=2024-01-01"));
        Assert.Empty(await SlugsAsync(dashboard, "?country=IQ"));
        Assert.Equal(["kind"], (await dashboard.ReadAsync("/corrections?kind=strike")).QuerySelectorAll(".chip").Select(_ => "kind"));
    }

    [Fact]
    public async Task More_than_a_page_of_corrections_are_paged_through_by_links()
    {
        await using var dashboard = await new ChangedDashboard().Add(Reports(230)).Import(Reports(230, corrected: 230), "a newer file").StartAsync();
        var (addresses, entries) = (new List<string>(), new List<string>());
        for (var next = "/corrections.atom?kind=attack&kind=strike"; next is not null;)
        {
            addresses.Add(next);
            var feed = XDocument.Parse(await dashboard.TextAsync(next)).Root!;
            entries.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            next = feed.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
        }

        var page = await dashboard.ReadAsync("/corrections");
        Assert.Equal((3, 230, 230), (addresses.Count, entries.Count, entries.Distinct().Count()));
        Assert.Equal(100, page.QuerySelectorAll(".correction").Length);
        Assert.Equal(30, (await dashboard.ReadAsync((await dashboard.ReadAsync(page.QuerySelector("[rel=next]")!.Address())).QuerySelector("[rel=next]")!.Address())).QuerySelectorAll(".correction").Length);
    }

    [Theory]
    [InlineData("/corrections.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/corrections.json", "application/feed+json")]
    public async Task Who_has_the_feed_is_told_that_nothing_changed(string address, string type)
    {
        using var first = await starter.Server.GetAsync(address);
        using var byTag = await starter.Server.GetAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var byTime = await starter.Server.GetAsync(address, ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")));
        using var head = await starter.Server.SendAsync(HttpMethod.Head, address);

        Assert.Equal((HttpStatusCode.OK, type), (first.StatusCode, first.Content.Headers.ContentType!.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (byTag.StatusCode, byTime.StatusCode));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
    }

    [Fact]
    public async Task A_new_revision_has_another_tag()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Reports(1)]);
        using var before = await dashboard.GetAsync("/corrections.atom");
        await dashboard.AddAsync("another", 1);
        using var after = await dashboard.GetAsync("/corrections.atom", ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("a\0b\u0001<script>alert(1)</script>&amp;\uFFFE")]
    [InlineData("]]> \u202E \uD83D\uDE81 اللواء")]
    public async Task Any_stored_text_makes_a_feed_that_can_be_read(string title)
    {
        var reports = Reports(1, corrected: 1);
        var hostile = reports with { Incidents = [reports.Incidents[0] with { Title = title }] };
        await using var dashboard = await new ChangedDashboard().Add(Reports(1)).Import(hostile, title).StartAsync();

        var entry = Assert.Single(XDocument.Parse(await dashboard.TextAsync("/corrections.atom")).Root!.Elements(Atom + "entry"));
        using var json = JsonDocument.Parse(await dashboard.TextAsync("/corrections.json"));
        Assert.EndsWith(": changed", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal($"{title}: changed", json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Empty((await dashboard.ReadAsync("/corrections")).QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_dashboard_and_the_page_tell_where_the_feeds_of_their_question_are()
    {
        foreach (var address in new[] { "/?kind=strike&sel=x", "/corrections?kind=strike" })
        {
            var links = (await starter.Server.ReadAsync(address)).QuerySelectorAll("head link[rel=alternate][href*=corrections]");
            Assert.Equal(
                [("application/atom+xml", "/corrections.atom?kind=strike"), ("application/feed+json", "/corrections.json?kind=strike")],
                links.Select(link => (link.GetAttribute("type")!, link.Address())));
        }
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("after=-1-2")]
    [InlineData("after=99999999999999999999-1")]
    public async Task A_place_in_the_list_that_is_none_is_ignored_and_named(string bad)
    {
        var page = await starter.Server.ReadAsync($"/corrections?{bad}");
        Assert.StartsWith("A part of the address was not understood: after", page.QuerySelector(".notice")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_incident_tells_its_history_and_so_does_a_page_of_its_own()
    {
        await using var dashboard = await new ChangedDashboard().Add(Reports(1)).Import(Reports(1, corrected: 1), "a newer file").Undo(2).StartAsync();
        var page = await dashboard.ReadAsync("/incidents/report-0");
        var alone = await dashboard.ReadAsync("/incidents/report-0/history");
        var panel = await dashboard.ReadAsync("/?sel=report-0");

        Assert.Equal("History (3)", page.QuerySelector("details:has(.history) > summary")!.Words());
        Assert.Equal(["3 Mar 2024, 12:00 UTC changed", "2 Mar 2024, 12:00 UTC changed undone since", "1 Mar 2024, 12:00 UTC added"], page.WordsOf(".history-when"));
        Assert.Equal(["Undo: a newer file", "Import: a newer file", "New dataset: sample"], page.WordsOf(".history > li > .quiet"));
        Assert.Equal(["Killed before:5 → after:3", "Claim, responsibility, The Front before:retracted → after:asserted"], page.QuerySelector(".history > li")!.QuerySelectorAll(".differences > div").Select(PageReading.Words));
        Assert.Equal(page.WordsOf(".history > li"), alone.WordsOf(".history > li"));
        Assert.Equal(page.WordsOf(".history > li"), panel.WordsOf(".history > li"));
        await dashboard.ReadAsync("/incidents/nothing/history", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_incident_that_was_taken_away_is_a_correction_that_leads_to_its_history()
    {
        await using var dashboard = await new ChangedDashboard().Add(Samples.Dataset()).Import(Reports(1), "a file").Undo(2).StartAsync();
        var correction = (await dashboard.ReadAsync("/corrections")).QuerySelector(".correction")!;
        var history = await dashboard.ReadAsync(correction.QuerySelector("a")!.Address());

        Assert.Equal("Title of report-0 taken from the record", correction.QuerySelector("h3")!.Words());
        Assert.Equal("/incidents/report-0/history", correction.QuerySelector("a")!.Address());
        Assert.Equal(["3 Mar 2024, 12:00 UTC taken from the record", "2 Mar 2024, 12:00 UTC added undone since"], history.WordsOf(".history-when"));
    }

    private static async Task<IEnumerable<string>> SlugsAsync(RunningDashboard dashboard, string question)
    {
        using var json = JsonDocument.Parse(await dashboard.TextAsync($"/corrections.json{question}"));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("_correction").GetProperty("incident").GetString()!)];
    }

    /// <summary>Incidents a day apart from the first of January 2024, attacks and strikes in turn, with a claim each.</summary>
    /// <param name="corrected">How many of them are as they were corrected; a single one is the second where there are several.</param>
    private static Dataset Reports(int count, int corrected = 0)
    {
        var incidents = Enumerable.Range(0, count).Select(number => Samples.Incident($"report-{number}", new Occurrence(Samples.At(2024, 1, 1).AddDays(number), null, TimeSpan.Zero, TimePrecision.Day)) with
        {
            Kind = number % 2 == 0 ? IncidentKind.Attack : IncidentKind.Strike,
            Killed = new TollReading(IsCorrected(number) ? new Toll(5, 5, 5) : new Toll(3, 3, 3), null, Samples.NoEvidence),
        }).ToList();
        var claims = incidents.Index().Select(incident => new Claim
        {
            Id = $"claim-{incident.Index}",
            IncidentId = incident.Item.Id,
            Predicate = "responsibility",
            Claimant = new Claimant(null, "The Front"),
            Value = "it was us",
            Number = null,
            SourceId = "wire",
            Date = null,
            Status = IsCorrected(incident.Index) ? ClaimStatus.Retracted : ClaimStatus.Asserted,
            Evidence = Samples.NoEvidence,
        });
        var source = new Source { Id = "wire", Publisher = "The Wire", Date = null, Nature = "text", Address = null, QuotesPrimaryStatement = false };
        return Samples.Dataset([.. incidents]) with { Claims = claims.ToValueList(), Sources = [source] };

        bool IsCorrected(int number) => corrected == 1 && count > 1 ? number == 1 : number < corrected;
    }
}
