using Dashboard.Data.Import;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Import.Codebooks;

/// <summary>Invented rows in the layouts of ACLED become incidents whose sides have no direction.</summary>
public sealed class AcledTests
{
    public const string Header31 =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,"
        + "interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
        + "fatalities,tags,timestamp";

    public const string Row31 =
        "NOW1,2023-05-02,2023,1,Political violence,Battles,Armed clash,Army of Nowhere,Police of Nowhere; Guards,State forces,Rebels,,Rebel group,"
        + "State forces-Rebel group,,760,Middle East,Syria,Homs,Homs,,Testtown,34.5,36.25,1,Paper; Agency,National,\"An invented note, with a comma\","
        + "3,crowd size=no report,1700000000";

    private const string OldHeader =
        "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
        + "assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
        + "fatalities,timestamp,iso3";

    private static readonly Evidence _evidence = new([Basis.Source("acled")], null);

    [Fact]
    public void A_row_is_an_incident_with_all_that_it_says()
    {
        var imported = Imported.Text($"\uFEFF{Header31}\n{Row31}\n");
        Assert.Equal((Codebook.Acled, "ACLED, 31 columns"), (imported.Recognition.Codebook, imported.Recognition.Layout));
        var row = Assert.Single(imported.Rows);
        var incident = row.Incident;
        Assert.Equal(
            ("NOW1", "acled-now1", "Armed clash: Army of Nowhere – Rebels, Testtown", "battles", "An invented note, with a comma"),
            (incident.Id, incident.Slug, incident.Title, incident.Kind.Key, incident.Summary));
        Assert.Equal(new Toll(3, 3, null), incident.Killed.Toll);
        Assert.Equal(Toll.Unknown, incident.Injured.Toll);
        Assert.Equal(5_000, incident.Precision!.Value.Metres);
        Assert.Equal(new Occurrence(new DateTimeOffset(2023, 5, 2, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Day), incident.Occurrence);
        Assert.Equal(
            [
                new("army-of-nowhere", "side", null, _evidence), new("police-of-nowhere", "associate", "with Army of Nowhere", _evidence),
                new("guards", "associate", "with Army of Nowhere", _evidence), new("rebels", "side", null, _evidence),
            ],
            incident.Involvements);
        Assert.Equal(["armed-clash", "crowd size=no report"], incident.Tags);
        Assert.Equal(
            [
                new("year", "2023"), new("time_precision", "1"), new("disorder_type", "Political violence"), new("event_type", "Battles"),
                new("sub_event_type", "Armed clash"), new("inter1", "State forces"), new("inter2", "Rebel group"),
                new("interaction", "State forces-Rebel group"), new("iso", "760"), new("region", "Middle East"), new("country", "Syria"),
                new("admin2", "Homs"), new("geo_precision", "1"), new("source_scale", "National"), new("timestamp", "1700000000"),
            ],
            incident.Attributes);
        Assert.Equal(
            [("fatalities", "ACLED", "3", "acled"), ("report", "Paper", "Armed clash", "paper"), ("report", "Agency", "Armed clash", "agency")],
            row.Claims.Select(claim => (claim.Predicate, claim.Claimant.Name, claim.Value, claim.SourceId)));
        Assert.Equal(new ClaimedNumber(3, null, unit: "people killed"), row.Claims[0].Number);
        Assert.Equal(["acled", "paper", "agency"], row.Sources.Select(source => source.Id));
        Assert.Equal([("Testtown", "Homs", "SY")], row.Places.Select(place => (place.Name, place.Province!, place.Country!)));
    }

    [Fact]
    public void Population_columns_are_kept()
    {
        var imported = Imported.Text($"{Header31},population_1km,population_2km,population_5km,population_best\n{Row31},,,10,20\n");
        Assert.Equal("ACLED, 35 columns", imported.Recognition.Layout);
        Assert.Equal([new("population_5km", "10"), new("population_best", "20")], Assert.Single(imported.Rows).Incident.Attributes.TakeLast(2));
    }

    [Theory]
    [InlineData("30 June 2022")]
    [InlineData("30-06-2022")]
    [InlineData("30-June-2022")]
    [InlineData("2022-06-30")]
    public void The_old_layout_and_its_dates_are_read(string date)
    {
        var imported = Imported.Text(
            $"{OldHeader}\n9000001,760,NOW2,2,{date},2022,1,Protests,Peaceful protest,Protesters,,6,,,,60,Middle East,Syria,Homs,,,Testtown,34.5,36.25,2,Paper,National,Note,0,1650000000,SYR\n");
        Assert.Equal("ACLED, the old layout, 31 columns", imported.Recognition.Layout);
        var incident = Assert.Single(imported.Rows).Incident;
        Assert.Equal(("NOW2", "2022-06-30", "Peaceful protest: Protesters, Testtown"), (incident.Id, incident.Occurrence!.Start.ToString("yyyy-MM-dd"), incident.Title));
        Assert.Equal((new Toll(0, 0, null), 25_000.0), (incident.Killed.Toll, incident.Precision!.Value.Metres));
        Assert.Contains(new UpstreamAttribute("data_id", "9000001"), incident.Attributes);
    }

    [Theory]
    [InlineData("2", "2023-05-02", TimePrecision.Week)]
    [InlineData("3", "2023-05-01", TimePrecision.Month)]
    public void A_week_or_a_month_is_no_day(string code, string start, TimePrecision precision)
    {
        var incident = One((",2023,1,", $",2023,{code},"));
        Assert.Equal((start, precision), (incident.Occurrence!.Start.ToString("yyyy-MM-dd"), incident.Occurrence.Precision));
        Assert.Equal(precision == TimePrecision.Month, incident.Attributes.Contains(new UpstreamAttribute("event_date", "2023-05-02")));
    }

    [Fact]
    public void A_province_by_its_capital_is_no_pin() => Assert.False(One((",36.25,1,", ",36.25,3,")).IsPlaced);

    [Fact]
    public void The_misspelling_in_the_data_is_one_kind_with_the_right_word()
    {
        Assert.Equal("demonstrations", One((",Battles,", ",Demostrations,")).Kind.Key);
        Assert.Equal("explosions-remote-violence", One((",Battles,", ",Explosions/Remote violence,")).Kind.Key);
    }

    [Fact]
    public void Semicolons_and_decimal_commas_are_read()
    {
        var row = Row31.Replace(";", " and", StringComparison.Ordinal).Replace("\"An invented note, with a comma\"", "note", StringComparison.Ordinal)
            .Replace(',', ';').Replace("36.25", "36,25", StringComparison.Ordinal);
        var incident = Assert.Single(Imported.Text($"{Header31.Replace(',', ';')}\n{row}\n").Rows).Incident;
        Assert.Equal((34.5, 36.25), (incident.Geometry!.Points.Single().Latitude, incident.Geometry.Points.Single().Longitude));
    }

    [Theory]
    [InlineData(",34.5,", ",134.5,", "latitude", "134.5", "latitude 134.5 is beyond the pole; the pair looks swapped with longitude 36.25")]
    [InlineData(",36.25,1,", ",36.25,4,", "geo_precision", "4", "ACLED codes it from 1 to 3")]
    [InlineData(",2023,1,", ",2023,9,", "time_precision", "9", "ACLED codes it from 1 to 3")]
    [InlineData("2023-05-02", "2023-02-30", "event_date", "2023-02-30", "'2023-02-30' is no day of the calendar; write it as 2024-01-28")]
    [InlineData(",3,crowd", ",-3,crowd", "fatalities", "-3", "a number of people cannot be negative")]
    [InlineData("NOW1,", ",", "event_id_cnty", "", "the id is missing")]
    [InlineData(",Battles,", ",,", "event_type", "", "the event type is missing")]
    public void A_bad_row_is_refused_by_line_column_and_value(string was, string becomes, string column, string value, string reason)
    {
        var imported = Imported.Text($"{Header31}\n{Row31.Replace(was, becomes, StringComparison.Ordinal)}\n{Row31}\n");
        Assert.Equal([new Refusal(2, column, value, reason)], imported.Refusals);
        Assert.Single(imported.Rows);
    }

    private static Incident One((string Was, string Becomes) change) =>
        Assert.Single(Imported.Text($"{Header31}\n{Row31.Replace(change.Was, change.Becomes, StringComparison.Ordinal)}\n").Rows).Incident;
}
