using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>An incident's page as it was known on a day, of the days before there was a store.</summary>
public class AsKnownOnTests(StarterDashboard starter)
{
    private const string Tower22 = "/incidents/2024-01-28-tower-22-drone-attack";
    private const string Strikes = "/incidents/2024-02-03-us-strikes-iraq-syria";

    [Fact]
    public async Task The_evening_of_the_attack_on_tower_22_knew_of_at_least_34_injured()
    {
        var page = await starter.Server.ReadAsync($"{Tower22}?asof=2024-01-28");

        Assert.Equal(["Killed 3", "Injured 25–34"], page.WordsOf(".toll-figure"));
        Assert.Equal(["25", "34+", "80+"], page.QuerySelectorAll(".toll-chart")[^1].WordsOf(".toll-value"));
        Assert.StartsWith("As known on 28 Jan 2024. Since then: ", page.QuerySelector(".known-on p")!.Words(), StringComparison.Ordinal);
        Assert.Equal("28 Jan 2024", page.QuerySelector(".said-day[aria-current=date]")!.Words());
        Assert.DoesNotContain("47", page.WordsOf(".ledger .figure"));
    }

    [Fact]
    public async Task A_claim_that_was_withdrawn_later_stands_as_it_stood_and_says_so()
    {
        var then = await starter.Server.ReadAsync($"{Strikes}?asof=2024-02-04");
        var since = await starter.Server.ReadAsync($"{Strikes}?asof=2024-02-05");

        Assert.Equal("asserted", StatusOfNotice(then));
        Assert.Equal("later retracted, 5 Feb 2024", then.QuerySelector(".later")!.Words());
        Assert.Contains("the claim of prior notice by John Kirby was retracted (5 Feb 2024)", then.QuerySelector(".known-on")!.Words(), StringComparison.Ordinal);
        Assert.Equal("retracted", StatusOfNotice(since));
        Assert.Empty(since.QuerySelectorAll(".later"));
    }

    [Fact]
    public async Task A_claim_that_another_took_the_place_of_names_it()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-02-03-us-strikes-deir-ez-zor-albu-kamal?asof=2024-02-02");

        Assert.Equal("later superseded by 27 positions, 3 Feb 2024", page.QuerySelector(".later")!.Words());
    }

    [Fact]
    public async Task The_answers_to_an_attack_are_not_there_before_they_came()
    {
        var then = await starter.Server.ReadAsync($"{Tower22}?asof=2024-01-29");
        var now = await starter.Server.ReadAsync(Tower22);

        Assert.DoesNotContain("2024-02-03-us-strikes-iraq-syria", string.Join(' ', then.QuerySelectorAll(".chain-link").Select(link => link.Address())), StringComparison.Ordinal);
        Assert.Contains($"{Strikes}", now.QuerySelectorAll(".chain-link").Select(link => link.Address()));
        Assert.All(then.QuerySelectorAll(".chain-link"), link => Assert.EndsWith("?asof=2024-01-29", link.Address(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_everything_the_page_says_that_nothing_was_known_yet()
    {
        var page = await starter.Server.ReadAsync($"{Tower22}?asof=2023-12-01");

        Assert.Equal("Nothing was known yet", page.QuerySelector("h1")!.Words());
        Assert.StartsWith("As known on 1 Dec 2023. Nothing was known yet: all that is said here was said later.", page.QuerySelector(".known-on")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".ledger, .toll"));
        Assert.Equal(Tower22, page.AddressOf(".known-on a", "What is known now"));
    }

    [Fact]
    public async Task Today_and_every_later_day_is_the_present()
    {
        var present = await MainOf(Tower22);

        Assert.Equal(present, await MainOf($"{Tower22}?asof={DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
        Assert.Equal(present, await MainOf($"{Tower22}?asof=9999-12-31"));
    }

    [Fact]
    public async Task A_day_that_is_none_is_ignored_and_named()
    {
        var page = await starter.Server.ReadAsync($"{Tower22}?asof=2024-02-31");

        Assert.Equal("A part of the address was not understood: asof ('2024-02-31' was not understood) Dismiss", page.QuerySelector(".notice")!.Words());
        Assert.Equal(Tower22, page.QuerySelector(".notice a")!.Address());
        Assert.Equal(["Killed 3", "Injured 25–100, best estimate 47"], page.WordsOf(".toll-figure"));
    }

    [Fact]
    public async Task Every_day_on_which_something_was_said_is_one_link_away()
    {
        var page = await starter.Server.ReadAsync(Tower22);

        Assert.Equal(["28 Jan 2024", "29 Jan", "31 Jan", "1 Feb", "3 Feb", "17 Jun", "2025", "now"], page.WordsOf(".said-day"));
        Assert.Equal($"{Tower22}?asof=2024-01-31", page.AddressOf(".said-day", "31 Jan"));
        Assert.Equal("now", page.QuerySelector("[aria-current]")!.Words());
        Assert.Equal((Tower22, "get", "asof"), (page.QuerySelector(".said-days form")!.GetAttribute("action"), page.QuerySelector(".said-days form")!.GetAttribute("method"), page.QuerySelector(".said-days input")!.GetAttribute("name")));
    }

    [Fact]
    public async Task An_unknown_incident_is_unknown_on_every_day() => await starter.Server.ReadAsync("/incidents/no-such-incident?asof=2024-01-28", HttpStatusCode.NotFound);

    [Fact]
    public async Task An_old_address_keeps_showing_what_the_store_held_on_its_day()
    {
        var (first, corrected) = (Corrected(ClaimStatus.Asserted, 3), Corrected(ClaimStatus.Retracted, 5));
        await using var dashboard = await new ChangedDashboard().Add(first).Import(corrected, "a newer file").StartAsync();
        var was = await dashboard.ReadAsync("/incidents/shelling?asof=2024-03-01");
        var since = await dashboard.ReadAsync("/incidents/shelling?asof=2024-03-02");

        Assert.Equal(["Killed 3"], was.WordsOf(".toll-figure"));
        Assert.Equal(("asserted", "later retracted"), (was.QuerySelector(".ledger .status")!.Words(), was.QuerySelector(".ledger .later")!.Words()));
        Assert.Equal(
            [
                "As known on 1 Mar 2024. Since then: killed went from 3 to 5; the claim of responsibility by The Front went from asserted to retracted.",
                "It is what this dashboard held when that day ended (revision 1, 1 March 2024, 12:00 UTC), without what is dated later.",
                "What is known now",
            ],
            was.WordsOf(".known-on p"));
        Assert.Equal(["Killed 5"], since.WordsOf(".toll-figure"));
        Assert.Equal("retracted", since.QuerySelector(".ledger .status")!.Words());
        Assert.Empty(since.QuerySelectorAll(".later"));
    }

    [Fact]
    public async Task An_incident_that_was_taken_away_is_still_at_its_old_address()
    {
        await using var dashboard = await new ChangedDashboard().Add(Samples.Dataset()).Import(Corrected(ClaimStatus.Asserted, 3), "a file").Undo(2).StartAsync();
        var was = await dashboard.ReadAsync("/incidents/shelling?asof=2024-03-02");

        Assert.EndsWith("Since then the incident was taken from the record.", was.QuerySelector(".known-on p")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Title of shelling", was.QuerySelector("h1")!.Words());
        Assert.Empty(was.QuerySelectorAll(".document-actions"));
        await dashboard.ReadAsync("/incidents/shelling?asof=2024-03-03", HttpStatusCode.NotFound);
        await dashboard.ReadAsync("/incidents/shelling", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_store_that_had_no_such_incident_yet_says_so()
    {
        await using var dashboard = await new ChangedDashboard().Add(Samples.Dataset()).Import(Corrected(ClaimStatus.Asserted, 3), "a file").StartAsync();
        var page = await dashboard.ReadAsync("/incidents/shelling?asof=2024-03-01");

        Assert.Equal("As known on 1 Mar 2024. Nothing was known here yet: this dashboard had no such incident, although it was in use since before.", page.QuerySelector(".known-on p")!.Words());
    }

    /// <summary>One incident with one claim.</summary>
    private static Dataset Corrected(ClaimStatus status, int killed)
    {
        var incident = Samples.Incident("shelling", new Occurrence(Samples.At(2024, 1, 2), null, TimeSpan.Zero, TimePrecision.Day)) with
        {
            Killed = new TollReading(new Toll(killed, killed, killed), null, Samples.NoEvidence),
        };
        var claim = new Claim
        {
            Id = "claim",
            IncidentId = incident.Id,
            Predicate = "responsibility",
            Claimant = new Claimant(null, "The Front"),
            Value = "it was us",
            Number = null,
            SourceId = "wire",
            Date = PartialDate.Parse("2024-01-03"),
            Status = status,
            Evidence = Samples.NoEvidence,
        };
        var source = new Source { Id = "wire", Publisher = "The Wire", Date = null, Nature = "text", Address = null, QuotesPrimaryStatement = false };
        return Samples.Dataset(incident) with { Claims = [claim], Sources = [source] };
    }

    private async Task<string> MainOf(string address) => (await starter.Server.ReadAsync(address)).QuerySelector("main")!.InnerHtml;

    private static string StatusOfNotice(IParentNode page) =>
        page.QuerySelectorAll(".ledger .claim").Single(entry => entry.Words().Contains("Iraq was told before the strikes", StringComparison.Ordinal)).QuerySelector(".status")!.Words();
}
