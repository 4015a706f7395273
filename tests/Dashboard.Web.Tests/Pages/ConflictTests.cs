using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

/// <summary>The points on which sources of the starter dataset differ gravely: each is on screen, dealt with as its fact sheet says.</summary>
public class ConflictTests(StarterDashboard starter)
{
    private const string Tower22 = "/incidents/2024-01-28-tower-22-drone-attack";
    private const string AlAsad = "/incidents/2023-11-21-al-asad-missile-attack";
    private const string Gunship = "/incidents/2023-11-21-abu-ghraib-ac-130-strike";
    private const string Strikes = "/incidents/2024-02-03-us-strikes-iraq-syria";
    private const string Correction = "/incidents/2024-02-05-us-withdraws-prior-notice-claim";
    private const string Yemen = "/incidents/2024-02-03-us-uk-strikes-yemen";
    private const string Suspension = "/incidents/2024-01-30-kataib-hezbollah-suspends-operations";

    [Fact]
    public async Task The_base_is_one_place_with_both_spellings_and_no_person()
    {
        var page = await starter.Server.ReadAsync(AlAsad);

        Assert.Equal("one place, both spellings as aliases; never link to the Assad person", page.Conflict("conflict-01").Handling);
        Assert.Equal("Ain al-Asad Air Base, also written (10)", page.QuerySelector(".spellings > summary")!.Words());
        Assert.Equal(["Al Assad air base article 1", "Assad base article 1", "al-Assad Airbase CENTCOM 20 Jan 2024"], page.WordsOf(".spellings li").Where(alias => alias.Contains("Assad ", StringComparison.Ordinal) && !alias.StartsWith("Ain", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.WordsOf(".role-actor"), actor => actor.Contains("Assad", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_base_is_the_target_of_the_missiles_and_the_gunship_has_a_place_of_its_own()
    {
        var page = await starter.Server.ReadAsync(Gunship);

        Assert.Equal("target role of base = missile attack only; strike gets its own location", page.Conflict("conflict-03").Handling);
        Assert.Equal(["date not known | article 1 | air base was the target of the US response | contradicted"], page.ClaimsAbout("target"));
        Assert.Equal(["21 Nov 2023 | two Iraqi security officials | motorway near Abu Ghraib, about 04:30 | asserted"], page.ClaimsAbout("location"));
        Assert.StartsWith("Abu Ghraib", page.QuerySelector(".incident-head > .quiet")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_to_eight_killed_is_a_claim_that_mixes_two_strikes_and_no_best_estimate()
    {
        var page = await starter.Server.ReadAsync(Gunship);

        Assert.Equal("'between five and eight' killed by the AC-130", page.Conflict("conflict-04").SourcesSay);
        Assert.Contains("date not known | unnamed, via article 1 | 5–8 people killed between five and eight | contradicted", page.ClaimsAbout("fatalities"));
        Assert.Equal(["likely conflated with 22 Nov strikes"], page.WordsOf("tbody[data-predicate=fatalities] .claim-note"));
        Assert.Equal("Killed 1–8", page.QuerySelector(".toll-figure")!.Words());
        Assert.Equal("Against each other: 1 contradicted", page.StandingOf("fatalities"));
    }

    [Fact]
    public async Task Targets_facilities_and_positions_stand_side_by_side_with_their_units()
    {
        var page = await starter.Server.ReadAsync(Strikes);

        Assert.Equal(
            [
                "2 Feb 2024 | US Central Command | 85+ targets Iraq and Syria more than 85 targets | supported",
                "date not known | article 2 | 85+ targets over 85 targets | supported",
                "2 Feb 2024 | Syrian Observatory for Human Rights | 17 positions Syria 17 positions | superseded",
                "3 Feb 2024 | Syrian Observatory for Human Rights | 27 positions Syria 27 positions | supported",
                "date not known | article 2 | 26+ locations Syria at least 26 locations | supported",
            ],
            page.ClaimsAbout("target_count"));
        Assert.Equal("Different things are counted, targets, positions, locations: side by side, no contradiction", page.StandingOf("target_count"));
        Assert.Equal("The record: more than 85 targets; 7 facilities, 3 in Iraq and 4 in Syria", page.QuerySelector(".ledger-reading")!.Words());
        Assert.Equal("two claims with unit + scope; not a contradiction", page.Conflict("conflict-10").Handling);
    }

    [Fact]
    public async Task One_night_is_one_incident_with_both_of_its_dates()
    {
        var page = await starter.Server.ReadAsync(Strikes);

        Assert.Equal(["Local time 3 Feb 2024, 00:00–00:45 +03", "UTC 2 Feb 2024, 21:00–21:45", "US Eastern 2 Feb 2024, 16:00–16:45 EST"], page.WordsOf(".clocks > div"));
        Assert.Equal("store UTC; show local day; do not duplicate the event", page.Conflict("conflict-11").Handling);
    }

    [Fact]
    public async Task Over_eighty_injured_is_one_undated_claim_beside_the_dated_series()
    {
        var page = await starter.Server.ReadAsync(Tower22);

        Assert.Equal(("'over 80 injuries'", "high severity", "over 80 at Tower 22"), (page.Conflict("conflict-12").Title, page.Conflict("conflict-12").Severity, page.Conflict("conflict-12").SourcesSay));
        Assert.Equal("date not known | unnamed, via article 2 | 80+ people injured over 80 | unverified", page.ClaimsAbout("injuries")[^1]);
    }

    [Fact]
    public async Task A_retracted_claim_says_who_withdrew_it_when_and_where_that_is_to_be_read()
    {
        var page = await starter.Server.ReadAsync(Strikes);

        Assert.Equal("2 Feb 2024 | John Kirby | Iraq was told before the strikes | retracted", page.ClaimsAbout("prior_notice")[0]);
        Assert.Equal("Withdrawn by Vedant Patel and John Kirby, about 5–6 Feb 2024: US withdraws the claim that Iraq was told before the strikes of 2 February", page.QuerySelector(".retraction")!.Words());
        Assert.Equal(Correction, page.QuerySelector(".retraction a")!.Address());
        Assert.Equal($"{Strikes}#claim-cl-notice-1", page.QuerySelector("tbody[data-predicate=prior_notice] .claim-note a")!.Address());
        Assert.Equal("status of the claim: retracted; linked to the correction", (await starter.Server.ReadAsync(Correction)).Conflict("conflict-13").Handling);
    }

    [Fact]
    public async Task Who_attacked_is_a_claim_on_every_line_and_the_perpetrator_is_attributed()
    {
        var page = await starter.Server.ReadAsync(Tower22);

        Assert.Equal(
            [
                "28 Jan 2024 | Joe Biden | 'radical Iran-backed militant groups operating in Syria and Iraq' | asserted",
                "28–29 Jan 2024 | Islamic Resistance in Iraq | IRI attacked 'al-Rukban' and three other bases by drone on 28 Jan | asserted",
                "29 Jan 2024 | US Department of Defense | bears KH 'fingerprints'; still assessing | asserted",
                "29 Jan 2024 | Iran | denies involvement | asserted",
                "31 Jan 2024 | John Kirby | planned, resourced, facilitated by IRI | asserted",
                "3 Feb 2024 | AFP | attack unclaimed | contradicted",
                "17 Jun 2024 | US Department of State | HAAA involved | asserted",
                "date not known | article 4 | claimed by Kata'ib Hezbollah | contradicted",
                "date not known | article 2 | attributed to IRI | supported",
                "date not known | article 3 | 'allegedly by Iran-backed militants' | supported",
            ],
            page.ClaimsAbout("responsibility"));
        Assert.Equal("Against each other: 2 contradicted", page.StandingOf("responsibility"));
        Assert.Equal("perpetrator = IRI (attributed), candidates KH/HAAA; every line its own claim", page.Conflict("conflict-16").Handling);
    }

    [Fact]
    public async Task The_Yemen_strikes_have_their_own_motive_and_the_articles_is_contradicted()
    {
        var page = await starter.Server.ReadAsync(Yemen);

        Assert.Equal(
            ["3 Feb 2024 | joint statement of 8 states | attacks on shipping and naval vessels | supported", "date not known | article 3 | retaliation for Jordan | contradicted"],
            page.ClaimsAbout("motive"));
        Assert.Equal("do not relate the Yemen strikes to Tower 22 as retaliation; store as a claim of the article, contradicted", page.Conflict("conflict-18").Handling);
        Assert.Contains("contradicted", page.QuerySelector("a[href='/incidents/2024-01-28-tower-22-drone-attack']")!.ParentElement!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspension_and_vow_are_both_kept_and_the_vow_is_contradicted()
    {
        var page = await starter.Server.ReadAsync(Suspension);

        Assert.Equal(
            ["30 Jan 2024 | Abu Hussein al-Hamidawi | suspends operations; passive defence | supported", "date not known | article 4 | will keep launching attacks on US forces | contradicted"],
            page.ClaimsAbout("position"));
        Assert.Equal("contradicts the suspension that al-Hamidawi announced (claim of Abu Hussein al-Hamidawi, 30 Jan 2024)", page.QuerySelector("tbody[data-predicate=position] .claim-note")!.Words());
        Assert.Equal("both are kept as claims about the position of KH; the article's is contradicted", page.Conflict("conflict-26").Handling);
        Assert.Equal("Vow vs suspension", (await starter.Server.ReadAsync("/incidents/2024-02-02-nujaba-vows-attacks")).Conflict("conflict-26").Title);
    }

    [Fact]
    public async Task The_wrong_news_agency_is_kept_as_seen_and_called_erroneous()
    {
        var page = await starter.Server.ReadAsync(Suspension);

        Assert.Equal(
            ["30 Jan 2024 | AFP | statement on KH website | supported", "date not known | article 4 | statement via 'Amaq news agency' | contradicted"],
            page.ClaimsAbout("channel"));
        Assert.Equal("source attribution = erroneous; kept as seen", page.Conflict("conflict-27").Handling);
    }

    [Fact]
    public async Task The_claimant_of_the_attack_is_the_umbrella_and_not_the_group()
    {
        var page = await starter.Server.ReadAsync(Tower22);

        Assert.Equal("claimant = IRI", page.Conflict("conflict-28").Handling);
        Assert.Contains("Islamic Resistance in Iraq claimant", page.WordsOf(".entries .entry-text"));
        Assert.DoesNotContain("Kata'ib Hezbollah claimant", page.WordsOf(".entries .entry-text"));
    }

    [Fact]
    public async Task That_Iran_condemned_the_attack_is_contradicted()
    {
        var page = await starter.Server.ReadAsync(Tower22);

        Assert.Equal(["date not known | article 4 | Iran condemned the attack on US forces | contradicted"], page.ClaimsAbout("reaction"));
        Assert.Equal("Iran denied involvement; it condemned the later US strikes", page.Conflict("conflict-29").RecordSays);
    }

    [Fact]
    public async Task An_article_without_a_date_a_name_or_a_number_is_context_of_a_period_only()
    {
        var page = await starter.Server.ReadAsync("/incidents/2014-10-17-us-and-coalition-presence");

        Assert.Equal(
            ["4 Dec 2023 | press/Pentagon | about 2,500 in Iraq, 900 in Syria | supported", "date not known | article 5 | no number given | incomplete"],
            page.ClaimsAbout("troops"));
        Assert.Equal("use only as context source of a period event", page.Conflict("conflict-32").Handling);
    }
}
