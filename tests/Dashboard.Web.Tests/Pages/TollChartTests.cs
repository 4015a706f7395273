using AngleSharp.Dom;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public class TollChartTests(StarterDashboard starter)
{
    private const string Tower22 = "/incidents/2024-01-28-tower-22-drone-attack";

    [Fact]
    public async Task Every_step_says_what_was_said_by_whom_and_when()
    {
        var page = await starter.Server.ReadAsync(Tower22);

        Assert.Equal(["Killed, as each source said it", "Injured, as each source said it"], page.QuerySelectorAll(".toll-chart").Select(chart => chart.GetAttribute("aria-label")));
        Assert.Equal(["25", "34+", "40+", "47", "100+", "80+", "41"], Injured(page).WordsOf(".toll-value"));
        Assert.Equal(
            [
                "25 people injured: 25. CENTCOM (first), 28 Jan 2024, asserted",
                "34+ people injured: at least 34. CENTCOM (update), 28 Jan 2024, asserted",
                "40+ people injured: more than 40. Pentagon, 29–31 Jan 2024, asserted",
                "47 people injured: 47. Washington Post via Wikipedia, 29 Jan 2024, asserted",
                "100+ people injured: over 100. Army investigation via Business Insider, 2025, asserted",
                "80+ people injured: over 80. unnamed, via article 2, date not known, unverified; no independent source found",
                "41 people injured · Guardsmen only: 41 Guardsmen (27 back on duty, 14 under care). DoD via Washington Examiner, 31 Jan 2024, asserted; one component only",
            ],
            Injured(page).QuerySelectorAll(".toll-step .for-readers").Select(step => step.Words()));
        Assert.Equal(["no scope said", "Guardsmen only"], Injured(page).WordsOf(".toll-scopes > span"));
    }

    [Fact]
    public async Task The_table_beside_the_chart_has_the_same_values_in_the_order_of_their_dates()
    {
        var page = await starter.Server.ReadAsync(Tower22);
        var rows = page.QuerySelectorAll(".toll:nth-child(2) .ledger .claim");

        Assert.Equal(["25", "34+", "40+", "47", "41", "100+", "80+"], rows.Select(row => row.QuerySelector(".figure")!.Words()));
        Assert.Equal(["28 Jan 2024", "28 Jan 2024", "29–31 Jan 2024", "29 Jan 2024", "31 Jan 2024", "2025", "date not known"], rows.Select(row => row.QuerySelector(".claim-date")!.Words()));
        Assert.Equal("The figures differ: 25 to 100+; other scopes beside them", page.StandingOf("injuries"));
        Assert.Equal("All 5 figures agree", page.StandingOf("fatalities"));
    }

    [Fact]
    public async Task Steps_rise_with_their_figures_open_ones_have_an_arrow_and_scopes_are_not_joined()
    {
        var marks = Injured(await starter.Server.ReadAsync(Tower22)).QuerySelectorAll(".toll-mark");

        var levels = marks.Select(mark => double.Parse(mark.QuerySelector(".toll-tread")!.GetAttribute("y1")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([91.5, 84.8, 80.4, 75.2, 36, 50.8, 79.7], levels);
        Assert.Equal([false, true, true, false, true, true, false], marks.Select(mark => mark.QuerySelector(".toll-arrow") is not null));
        Assert.Equal([true, true, true, true, false, false, false], marks.Select(mark => mark.QuerySelector(".toll-riser") is not null));
        Assert.Equal([false, false, false, false, true, false, false], marks.Select(mark => mark.QuerySelector(".toll-break") is not null));
        Assert.Equal([false, false, false, false, false, true, false], marks.Select(mark => mark.ClassList.Contains("is-undated")));
    }

    [Fact]
    public async Task A_range_is_a_band_and_every_scope_stands_for_itself()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-02-03-us-strikes-iraq-syria");
        var killed = page.QuerySelectorAll(".toll-chart")[0];

        Assert.Equal(["Syria", "Iraq", "Iranians", "both", "both, militants"], killed.WordsOf(".toll-scopes > span"));
        Assert.Equal(["13–29", "16", "16", "17", "0", "40", "40+"], killed.WordsOf(".toll-value"));
        Assert.Equal("29.6", Assert.Single(killed.QuerySelectorAll(".toll-band")).GetAttribute("height"));
        Assert.Equal("The figures differ: Iraq 16 to 17; other scopes beside them", page.StandingOf("fatalities"));
    }

    [Fact]
    public async Task Targets_are_no_people_and_have_no_chart()
    {
        var page = await starter.Server.ReadAsync("/incidents/2024-02-03-us-uk-strikes-yemen");

        Assert.Empty(page.QuerySelectorAll(".toll-chart"));
        Assert.Equal(["3 Feb 2024 | US officials (CNN) | 30+ targets 30+ targets at 10+ locations | superseded", "4 Feb 2024 | US Central Command | 36 targets 36 targets at 13 locations | supported"],
            page.ClaimsAbout("target_count"));
    }

    private static IElement Injured(IParentNode page) => page.QuerySelectorAll(".toll-chart")[1];
}
