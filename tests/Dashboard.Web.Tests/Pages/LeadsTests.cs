using System.Net;
using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>Leads are never incidents, until a person makes one of them.</summary>
public class LeadsTests
{
    [Fact]
    public async Task Leads_are_left_out_until_they_are_asked_for_and_are_never_counted_as_incidents()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ManyLeads.Dataset]);
        var hidden = await dashboard.ReadAsync("/");
        var shown = await dashboard.ReadAsync(hidden.QuerySelector(".map-layer")!.Address());
        var alone = await dashboard.ReadAsync("/?leads=only");

        Assert.Equal(("/?leads=shown", "Leads 60"), (hidden.QuerySelector(".map-layer")!.Address(), hidden.QuerySelector(".map-layer")!.Words()));
        Assert.Equal(("1 of 1 incidents", 1), (Count(hidden), hidden.QuerySelectorAll(".list .row-link").Length));
        Assert.Equal(("1 of 1 incidents, 60 leads", 61), (Count(shown), shown.QuerySelectorAll(".list .row-link").Length));
        Assert.Equal(("60 of 60 leads", 60), (Count(alone), alone.QuerySelectorAll(".list .row-link").Length));
        Assert.Equal("/", shown.QuerySelector(".map-layer")!.Address());
        Assert.Equal(60, shown.QuerySelectorAll(".list .lead-word").Length);
    }

    [Fact]
    public async Task Where_there_are_leads_alone_the_empty_list_says_so_and_leads_to_them()
    {
        var leads = ManyLeads.Dataset.Incidents.Where(incident => incident.IsLead).ToList();
        var claims = ManyLeads.Dataset.Claims.Where(claim => leads.Exists(lead => lead.Id == claim.IncidentId));
        await using var dashboard = await RunningDashboard.StartAsync([ManyLeads.Dataset with { Incidents = [.. leads], Claims = [.. claims] }]);
        var empty = (await dashboard.ReadAsync("/")).QuerySelector(".results-list .empty")!;

        Assert.Equal(["There are 60 leads: machine-coded rows that nobody has checked."], empty.WordsOf("p"));
        Assert.Equal(["/?leads=shown", "/leads"], empty.QuerySelectorAll("a").Select(link => link.Address()));
    }

    [Fact]
    public async Task The_table_of_leads_is_paged_and_sorted_by_plain_links()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ManyLeads.Dataset]);
        var first = await dashboard.ReadAsync("/leads");
        var last = await dashboard.ReadAsync(first.QuerySelector("[rel=next]")!.Address());
        var backwards = await dashboard.ReadAsync(first.AddressOf(".sort", "When"));

        Assert.Equal((50, "Page 1 of 2"), (first.QuerySelectorAll(".leads tbody tr").Length, first.QuerySelector(".pages span")!.Words()));
        Assert.Equal((10, "Title of lead-51"), (last.QuerySelectorAll(".leads tbody tr").Length, last.QuerySelector(".leads tbody th")!.Words()));
        Assert.Equal("Title of lead-60", backwards.QuerySelector(".leads tbody th")!.Words());
        Assert.Equal(["2 Jan 2024", "Here", "Attack", "", "The Wire", "EventCode 190"],
            first.QuerySelector(".leads tbody tr")!.QuerySelectorAll("td").Take(6).Select(cell => cell.Words()));
        Assert.Equal("https://wire.example/lead-01", first.QuerySelector(".leads .lead-source")!.Address());
        Assert.Equal("Page 2 of 2", (await dashboard.ReadAsync("/leads?page=99")).QuerySelector(".pages span")!.Words());
    }

    [Fact]
    public async Task A_lead_says_that_it_is_one_and_shows_its_columns_as_they_came()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ManyLeads.Dataset]);
        var page = await dashboard.ReadAsync($"/incidents/{ManyLeads.Slug(7)}");

        Assert.StartsWith("Lead. A machine-coded row that nobody has checked.", page.QuerySelector(".lead-notice")!.Words(), StringComparison.Ordinal);
        Assert.Equal("114907", page.QuerySelectorAll("[aria-label=Origin] dd")[1].Words());
        Assert.Equal("Mixed version 2.0", page.QuerySelector("[aria-label=Origin] dd")!.Words());
        Assert.Equal(["AvgTone", "-6.1", "EventCode", "190", "Actor1Name", "إيران"], page.WordsOf(".columns-table tbody :is(th, td)"));
        Assert.Contains("https://wire.example/lead-07", page.QuerySelectorAll(".ledger a").Select(link => link.Address()));
        Assert.Equal("/?leads=shown&sel=lead-07", page.QuerySelector(".document-actions .button-primary")!.Address());
    }

    [Fact]
    public async Task Promoting_makes_an_incident_once_and_leaves_the_lead_as_it_came()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ManyLeads.Dataset]);
        var before = await dashboard.ReadAsync($"/incidents/{ManyLeads.Slug(7)}");
        var form = before.QuerySelector("form.promote")!;
        Assert.Equal(("post", "/leads/lead-07/promote", "/incidents/promoted-lead-07"), (form.GetAttribute("method"), form.GetAttribute("action"), form.QuerySelector("[name=back]")!.GetAttribute("value")));

        using var promoted = await dashboard.SendAsync(HttpMethod.Post, "/leads/lead-07/promote");
        using var again = await dashboard.SendAsync(HttpMethod.Post, "/leads/lead-07/promote");
        using var missing = await dashboard.SendAsync(HttpMethod.Post, "/leads/checked/promote");

        Assert.Equal((HttpStatusCode.SeeOther, "/leads"), (promoted.StatusCode, promoted.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (again.StatusCode, missing.StatusCode));
        Assert.Equal("/incidents/lead-07", (await dashboard.ReadAsync("/incidents/promoted-lead-07")).QuerySelector(".lead-notice a")!.Address());
        Assert.Equal("/incidents/promoted-lead-07", (await dashboard.ReadAsync("/incidents/lead-07")).QuerySelector(".lead-notice a")!.Address());
    }

    [Fact]
    public async Task Nobody_promotes_from_the_page_of_another_origin_or_through_a_proxy()
    {
        await using var dashboard = await RunningDashboard.StartAsync([ManyLeads.Dataset]);
        using var foreign = await dashboard.SendAsync(HttpMethod.Post, "/leads/lead-07/promote", ("Origin", "http://elsewhere.example"));
        using var passedOn = await dashboard.SendAsync(HttpMethod.Post, "/leads/lead-07/promote", ("X-Forwarded-For", "203.0.113.7"));
        using var asReader = await dashboard.GetAsync("/leads", ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (foreign.StatusCode, passedOn.StatusCode));
        Assert.DoesNotContain("/promote", await asReader.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await dashboard.ReadAsync("/incidents/promoted-lead-07", HttpStatusCode.NotFound);
    }

    private static string Count(IParentNode page) => page.QuerySelector(".filters .result-count")!.Words();
}
