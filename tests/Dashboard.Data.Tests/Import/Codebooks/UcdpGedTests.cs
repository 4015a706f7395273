using Dashboard.Data.Import;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Import.Codebooks;

/// <summary>Rows of UCDP GED become incidents that keep what the row knew.</summary>
public sealed class UcdpGedTests
{
    private static readonly Evidence _evidence = new([Basis.Source("ucdp-ged")], null);

    [Fact]
    public void A_row_is_an_incident_with_all_that_it_says()
    {
        var row = Assert.Single(Imported.Text(GedRows.File()).Rows);
        Assert.Equal(
            new Incident
            {
                Id = "7001",
                Slug = "ucdp-ged-7001",
                UpstreamId = "7001",
                Title = "Government of Nowhere – Rebels, Testtown",
                Kind = new("state-based-violence"),
                Summary = "",
                Occurrence = new(Day(2020, 3, 4), null, TimeSpan.Zero, TimePrecision.Day),
                OccurrenceEvidence = _evidence,
                PlaceIds = ["testtown-north-province-sy"],
                Geometry = new PointGeometry(new(new(34.5, 36.25), new(1_000), "testtown-north-province-sy")),
                Precision = new GeoPrecision(1_000),
                GeometryEvidence = _evidence,
                GeometryNote = "in the north of Testtown",
                Involvements = [new("government-of-nowhere", "side", null, _evidence), new("rebels", "side", null, _evidence)],
                Killed = new(new(2, 3, 5), null, _evidence),
                Injured = new(Toll.Unknown, null, _evidence),
                Weapons = [],
                Caveats = [],
                Tags = [],
                Evidence = _evidence,
                Attributes =
                [
                    new("relid", "NOW-2020-1-1-1"), new("active_year", "1"), new("type_of_violence", "1"), new("conflict_name", "Nowhere: Government"),
                    new("where_prec", "1"), new("country", "Syria"), new("event_clarity", "1"), new("date_prec", "1"), new("deaths_a", "1"), new("deaths_b", "2"),
                ],
            },
            row.Incident);
        Assert.Equal(("ucdp-ged", 2L), (row.Dataset, row.Line));
        Assert.Equal(
            [
                Claim("7001-fatalities", "fatalities", "UCDP", "best estimate 3, low 2, high 5", "ucdp-ged", null) with { Number = new ClaimedNumber(2, 5, unit: "people killed") },
                Claim("7001-report-1", "report", "Paper", "A headline", "paper", "2020-03-05"),
            ],
            row.Claims);
        Assert.Equal([("government-of-nowhere", "state"), ("rebels", "party")], row.Actors.Select(actor => (actor.Id, actor.Nature)));
        Assert.Equal([Named.Source("UCDP GED", "dataset"), Named.Source("Paper")], row.Sources);
        Assert.Equal(
            [new Place
            {
                Id = "testtown-north-province-sy",
                Name = "Testtown",
                Nature = "place",
                Country = "SY",
                Province = "North province",
                Point = new GeoPoint(34.5, 36.25),
                Precision = new GeoPrecision(1_000),
                Aliases = [],
                Evidence = _evidence,
            }],
            row.Places);
    }

    [Theory]
    [InlineData("1", "Government of Nowhere – Civilians, Testtown", "state-based-violence")]
    [InlineData("2", "Government of Nowhere – Civilians, Testtown", "non-state-violence")]
    [InlineData("3", "Government of Nowhere against civilians, Testtown", "one-sided-violence")]
    public void The_type_of_violence_is_the_kind_and_directs_nothing_but_one_sided_violence(string code, string title, string kind)
    {
        var incident = One(("type_of_violence", code), ("side_b", "Civilians"));
        Assert.Equal((title, kind), (incident.Title, incident.Kind.Key));
        Assert.All(incident.Involvements, involvement => Assert.Equal("side", involvement.Role));
    }

    [Theory]
    [InlineData("1", "2020-03-04", "2020-03-04", TimePrecision.Day, null)]
    [InlineData("1", "2020-03-04", "2020-03-06", TimePrecision.Day, "2020-03-07")]
    [InlineData("2", "2020-03-04", "2020-03-06", TimePrecision.Day, "2020-03-07")]
    [InlineData("3", "2020-03-02", "2020-03-08", TimePrecision.Week, "2020-03-09")]
    [InlineData("4", "2020-03-01", "2020-03-31", TimePrecision.Month, "2020-04-01")]
    [InlineData("5", "2020-01-01", "2020-12-31", TimePrecision.Month, "2021-01-01")]
    [InlineData("5", "2020-01-01", "2020-01-01", TimePrecision.Year, null)]
    public void The_date_precision_is_kept(string code, string start, string end, TimePrecision precision, string? exclusiveEnd)
    {
        var occurrence = One(("date_prec", code), ("date_start", start), ("date_end", end)).Occurrence!;
        Assert.Equal((precision, exclusiveEnd), (occurrence.Precision, occurrence.End?.ToString("yyyy-MM-dd")));
        Assert.Equal(start, occurrence.Start.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("1", 1_000, true)]
    [InlineData("2", 25_000, true)]
    [InlineData("3", 50_000, true)]
    [InlineData("4", 150_000, false)]
    [InlineData("5", 50_000, true)]
    [InlineData("6", 500_000, false)]
    [InlineData("7", 500_000, false)]
    public void The_place_precision_is_a_radius_and_provinces_are_no_pins(string code, double metres, bool isPlaced)
    {
        var incident = One(("where_prec", code));
        Assert.Equal((metres, isPlaced), (incident.Precision!.Value.Metres, incident.IsPlaced));
    }

    [Fact]
    public void A_best_estimate_outside_low_and_high_is_kept_and_said()
    {
        var row = Assert.Single(Imported.Text(GedRows.File(("low", "177"), ("best", "142"), ("high", "177"))).Rows);
        Assert.Equal(
            new TollReading(new(142, 142, 177), "UCDP gives low 177, best 142, high 177; the range is widened to hold the best estimate.", _evidence),
            row.Incident.Killed);
        Assert.Equal(("best estimate 142, low 177, high 177", 177, 177), (row.Claims[0].Value, row.Claims[0].Number!.Low, row.Claims[0].Number!.High));
    }

    [Fact]
    public void A_stated_zero_is_zero_and_an_empty_estimate_is_unknown()
    {
        Assert.Equal(new Toll(0, 0, 0), One(("low", "0"), ("best", "0"), ("high", "0")).Killed.Toll);
        Assert.Equal(Toll.Unknown, One(("low", ""), ("best", ""), ("high", "")).Killed.Toll);
    }

    [Fact]
    public void What_spreadsheet_programs_make_of_numbers_and_dates_is_read()
    {
        var incident = One(("low", "2.0"), ("best", "3.0"), ("high", "5.0"), ("date_start", "04.03.2020"), ("date_end", "4.3.2020"), ("latitude", "34,5"));
        Assert.Equal((new Toll(2, 3, 5), Day(2020, 3, 4), 34.5), (incident.Killed.Toll, incident.Occurrence!.Start, incident.Geometry!.Points.Single().Latitude));
    }

    [Fact]
    public void Lists_of_sources_are_claims_side_by_side()
    {
        var claims = Claims(("source_office", "Paper;Agency"), ("source_date", "2020-03-05;2020-03"), ("source_headline", "One;Two"));
        Assert.Equal([("Paper", "2020-03-05", "One"), ("Agency", "2020-03", "Two")], claims);
    }

    [Fact]
    public void A_headline_with_semicolons_is_told_apart_by_the_citations()
    {
        var claims = Claims(
            ("source_article", "\"Paper,2020-03-05,One; and more\";\"Agency,2020-03-06,Two, with a comma\""),
            ("source_office", "Paper;Agency"), ("source_date", "2020-03-05;2020-03-06"), ("source_headline", "One; and more;Two, with a comma"));
        Assert.Equal([("Paper", "2020-03-05", "One; and more"), ("Agency", "2020-03-06", "Two, with a comma")], claims);
    }

    [Fact]
    public void A_headline_copied_from_a_page_is_text_again() =>
        Assert.Equal([("Paper", "2020-03-05", "Dar’a <b>")], Claims(("source_headline", "Dar&#8217;a &lt;b&gt;")));

    [Fact]
    public void A_citation_in_free_words_is_a_claim_by_the_dataset()
    {
        var row = Assert.Single(Imported.Text(GedRows.File(
            ("source_article", "The Paper 13 Sep 2000 \"Crisis"), ("source_office", ""), ("source_date", ""), ("source_headline", ""))).Rows);
        Assert.Equal(
            Claim("7001-report-1", "report", "UCDP GED", "The Paper 13 Sep 2000 \"Crisis", "ucdp-ged", null) with { Note = "The report as UCDP cites it." },
            row.Claims[1]);
        Assert.Equal([Named.Source("UCDP GED", "dataset")], row.Sources);
    }

    [Fact]
    public void A_second_point_that_differs_is_kept() =>
        Assert.Contains(new UpstreamAttribute("geom_wkt", "POINT (36.2500001 34.5)"), One(("geom_wkt", "POINT (36.2500001 34.5)")).Attributes);

    [Theory]
    [InlineData("type_of_violence", "4", "UCDP GED codes it from 1 to 3")]
    [InlineData("type_of_violence", "", "UCDP GED codes it from 1 to 3")]
    [InlineData("where_prec", "8", "UCDP GED codes it from 1 to 7")]
    [InlineData("date_prec", "0", "UCDP GED codes it from 1 to 5")]
    [InlineData("id", " ", "the id is missing")]
    [InlineData("latitude", "91", "latitude 91 is beyond the pole; it goes from -90 to 90 or looks swapped")]
    [InlineData("latitude", "NaN", "'NaN' is no number of degrees; write it as 34.8025")]
    [InlineData("latitude", "1e400", "'1e400' is no number of degrees; write it as 34.8025")]
    [InlineData("latitude", "", "there is a longitude and no latitude")]
    [InlineData("longitude", "181", "longitude 181 is beyond the half circle; it goes from -180 to 180")]
    [InlineData("longitude", "", "there is a latitude and no longitude")]
    [InlineData("date_start", "2020-02-30", "'2020-02-30' is no day of the calendar; write it as 2024-01-28")]
    [InlineData("date_start", "0000-01-01", "'0000-01-01' is no day of the calendar; write it as 2024-01-28")]
    [InlineData("date_start", "13/14/2024", "'13/14/2024' is no day of the calendar; write it as 2024-01-28")]
    [InlineData("date_start", "", "the date is missing")]
    [InlineData("date_end", "2020-03-03", "the end is before the start, 2020-03-04 00:00:00.000")]
    [InlineData("low", "-1", "a number of people cannot be negative")]
    [InlineData("best", "1.5", "'1.5' is no whole number of people")]
    [InlineData("high", "99999999999", "'99999999999' is no whole number of people")]
    [InlineData("low", "6", "the low estimate 6 is above the high one, 5")]
    public void A_bad_row_is_refused_by_line_column_and_value(string column, string value, string reason)
    {
        var imported = Imported.Text($"{GedRows.File((column, value))}{GedRows.Row(("id", "7002"))}\r\n");
        reason = reason.Replace("; it goes from -90 to 90 or looks swapped", "; the pair looks swapped with longitude 36.25", StringComparison.Ordinal);
        Assert.Equal([new Refusal(2, column, value, reason)], imported.Refusals);
        Assert.Equal(["7002"], imported.Rows.Select(row => row.Incident.Id));
    }

    [Fact]
    public void A_latitude_beyond_the_pole_that_no_swap_explains_says_its_range() =>
        Assert.Equal(
            [new Refusal(2, "latitude", "91", "latitude 91 is beyond the pole; it goes from -90 to 90")],
            Imported.Text(GedRows.File(("latitude", "91"), ("longitude", "120"))).Refusals);

    [Fact]
    public void A_pair_that_the_row_itself_has_the_other_way_round_looks_swapped() =>
        Assert.Equal(
            [new Refusal(2, "latitude", "36.25", "latitude and longitude look swapped: geom_wkt has them the other way round")],
            Imported.Text(GedRows.File(("latitude", "36.25"), ("longitude", "34.5"))).Refusals);

    [Fact]
    public void Files_without_a_header_are_known_by_what_they_hold()
    {
        var imported = Imported.Text($"{GedRows.Row()}\n{GedRows.Row(("id", "7002"))}\n", "whatever.txt");
        Assert.Equal((Codebook.UcdpGed, "UCDP GED, 49 columns, without a header"), (imported.Recognition.Codebook, imported.Recognition.Layout));
        Assert.Equal([(1L, "7001"), (2L, "7002")], imported.Rows.Select(row => (row.Line, row.Incident.Id)));
    }

    [Fact]
    public void Columns_may_come_in_any_order()
    {
        var columns = GedRows.Header49.Split(',').Reverse().ToList();
        var turned = Imported.Text($"{string.Join(',', columns)}\n{GedRows.Row(columns)}\n");
        var straight = Imported.Text(GedRows.File());
        Assert.Equal(
            Assert.Single(straight.Rows).Incident,
            Assert.Single(turned.Rows).Incident with { Attributes = straight.Rows[0].Incident.Attributes });
        Assert.Equal(straight.Rows[0].Incident.Attributes.Reverse(), turned.Rows[0].Incident.Attributes);
    }

    [Theory]
    [InlineData("ged_v23.1_sample.csv", "23.1")]
    [InlineData("GEDEvent_v25_1.csv", "25.1")]
    [InlineData("GEDEvent_v25_0_3.csv.gz", "25.0.3")]
    [InlineData("ged241.csv", null)]
    [InlineData("mine.csv", null)]
    public void The_version_is_read_from_the_name_where_it_is_there(string name, string? version) =>
        Assert.Equal(version, Imported.Recognise(GedRows.File(), name).Dataset.Version);

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static Incident One(params (string Column, string Value)[] changed) => Assert.Single(Imported.Text(GedRows.File(changed)).Rows).Incident;

    private static IEnumerable<(string Claimant, string? Date, string Value)> Claims(params (string Column, string Value)[] changed) =>
        Assert.Single(Imported.Text(GedRows.File(changed)).Rows).Claims.Skip(1).Select(claim => (claim.Claimant.Name, claim.Date?.Text, claim.Value));

    private static Claim Claim(string id, string predicate, string claimant, string value, string source, string? date) => new()
    {
        Id = id,
        IncidentId = "7001",
        Predicate = predicate,
        Claimant = new Claimant(null, claimant),
        Value = value,
        Number = null,
        SourceId = source,
        Date = date is null ? null : PartialDate.Parse(date),
        Status = ClaimStatus.Asserted,
        Evidence = _evidence,
    };
}
