using Dashboard.Data.Import;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Import.Mapped;

public sealed class RowMapperTests
{
    private static readonly Evidence _file = new([Basis.Source("eigene-liste")], null);

    [Fact]
    public void A_german_spreadsheet_becomes_incidents_with_all_that_it_says()
    {
        var mapper = new RowMapper(MappingProposal.Propose(German.Table), German.Table.Columns, German.Dataset);
        var rows = German.Table.FirstRows.Select((cells, index) => Assert.IsType<FileContent.Row>(mapper.Map(index + 2, cells)).Incident).ToList();

        var drone = rows[0];
        Assert.Equal(
            new Incident
            {
                Id = "1",
                Slug = "eigene-1",
                Title = "Drohnenangriff, Tower 22",
                Kind = new("drohnenangriff"),
                Summary = "Drohne trifft Unterkunft.",
                Occurrence = new(new(2024, 1, 28, 5, 30, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Minute),
                OccurrenceEvidence = _file,
                PlaceIds = ["tower-22-al-mafraq-jo"],
                Geometry = new PointGeometry(new(new(33.31417, 38.70333), new(100), "tower-22-al-mafraq-jo")),
                Precision = null,
                GeometryEvidence = _file,
                Involvements = [new("islamischer-widerstand-im-irak", "perpetrator", null, _file), new("us-streitkräfte", "target", null, _file)],
                Killed = new(new(3, 3, 3), null, _file),
                Injured = new(new(34, null, null), null, _file),
                Weapons = [],
                Caveats = [],
                Tags = [],
                Evidence = _file,
                UpstreamId = "1",
                Attributes = [new("Waffe", "Drohne")],
            },
            drone.Incident);
        Assert.Equal(("eigene", 2L), (drone.Dataset, drone.Line));
        Assert.Equal(["Islamischer Widerstand im Irak", "US-Streitkräfte"], drone.Actors.Select(actor => actor.Name));
        Assert.Equal(["Eigene Liste", "AP"], drone.Sources.Select(source => source.Publisher));
        Assert.Equal(
            new Claim
            {
                Id = "1-report-1",
                IncidentId = "1",
                Predicate = "report",
                Claimant = new(null, "AP"),
                Value = "Drohnenangriff, Tower 22",
                Number = null,
                SourceId = "ap",
                Date = null,
                Status = ClaimStatus.Asserted,
                Evidence = new([Basis.Source("ap")], null),
                Address = new("https://apnews.com/a"),
            },
            Assert.Single(drone.Claims));

        var strike = rows[1];
        Assert.Equal(new Occurrence(new(2024, 3, 12, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Day), strike.Incident.Occurrence);
        Assert.Equal(new PointGeometry(new(new(34.45226, 40.91854), new(5_000), "al-bukamal-sy")), strike.Incident.Geometry);
        Assert.Equal((new GeoPrecision(5_000), new Evidence([Basis.Derived], null)), (strike.Incident.Precision!.Value, strike.Incident.GeometryEvidence));
        Assert.Equal("The point is that of Ālbū Kamāl in the gazetteer (GeoNames 174448), true within 5000 m; the file names the place only.", strike.Incident.GeometryNote);
        Assert.Equal((new Toll(1, null, 3), Toll.Unknown), (strike.Incident.Killed.Toll, strike.Incident.Injured.Toll));
        Assert.Equal(["SOHR", "AFP"], strike.Claims.Select(claim => claim.Claimant.Name));
        Assert.Equal([null, null], strike.Claims.Select(claim => claim.Address));
        Assert.Equal([new("Link", "javascript:alert(1)")], strike.Incident.Attributes);

        var elsewhere = rows[2];
        Assert.Equal(("Ort nicht bekannt", false, "incident"), (elsewhere.Incident.Title, elsewhere.Incident.IsPlaced, elsewhere.Incident.Kind.Key));
        Assert.Equal(new Occurrence(new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Month), elsewhere.Incident.Occurrence);
        Assert.Equal(["Atlantis"], elsewhere.Places.Select(place => place.Name));
    }

    [Theory]
    [InlineData("date=30.2.2024", "date", "30.2.2024", "'30.2.2024' has a day 30: February 2024 ends on the 29th")]
    [InlineData("date=01/02/2024", "date", "01/02/2024", "'01/02/2024' may be two different days: say whether day or month comes first")]
    [InlineData("date=2024-03-12|end=2024-03-11", "end", "2024-03-11", "the end is before the start")]
    [InlineData("end=2024-03-11", "end", "2024-03-11", "an end without a start is no time: give the start")]
    [InlineData("date=2024-03|time=16:20", "time", "16:20", "a time of day needs a date that is known to the day")]
    [InlineData("time=16:20", "time", "16:20", "a time of day without a day is no time: give the date")]
    [InlineData("date=2024-03-12|time precision=eon", "time precision", "eon", "'eon' is no unit of time: write minute, hour, part of day, day, week, month or year")]
    [InlineData("lat=91|lon=40", "lat", "91", "latitude 91 is beyond the pole; it goes from -90 to 90; latitude and longitude look swapped")]
    [InlineData("lat=33|lon=", "lon", "", "a latitude without a longitude is no point")]
    [InlineData("coordinates=here", "coordinates", "here", "'here' is no pair of coordinates: write 33.78556, 42.44117 (latitude first)")]
    [InlineData("precision m=-1|lat=33|lon=40", "precision m", "-1", "a precision is a radius in metres, from 0 to half the Earth")]
    [InlineData("killed=-3", "killed", "-3", "'-3' is negative: a toll counts people")]
    [InlineData("killed=2|killed low=5", "killed", "2", "a toll must rise from low to high: 5 – 2 – unknown")]
    [InlineData("killed low=5|killed high=2", "killed low", "5", "a toll must rise from low to high: 5 – unknown – 2")]
    [InlineData("source=AP|source date=2024-13-01", "source date", "2024-13-01", "'2024-13-01' has a month 13: there are twelve")]
    [InlineData("title=", "", "", "there is nothing in the row")]
    public void A_row_with_a_fault_is_refused_with_its_column_value_and_reason(string row, string column, string value, string reason) =>
        Assert.Equal(new FileContent.Refused(new(7, column, value, reason)), Map(row));

    [Theory]
    [InlineData("date=2024-03-12|end=2024-03-12", "2024-03-12T00:00Z", null, 0, TimePrecision.Day)]
    [InlineData("date=2024-03-12|end=2024-03-14", "2024-03-12T00:00Z", "2024-03-15T00:00Z", 0, TimePrecision.Day)]
    [InlineData("date=12–14 March 2024", "2024-03-12T00:00Z", "2024-03-15T00:00Z", 0, TimePrecision.Day)]
    [InlineData("date=2024-03-12|time=01:20", "2024-03-11T22:20Z", null, 180, TimePrecision.Minute)]
    [InlineData("date=2024-03-12|time=01:20Z", "2024-03-12T01:20Z", null, 0, TimePrecision.Minute)]
    [InlineData("date=2024-03-12 16:20|end=2024-03-12 17:00", "2024-03-12T13:20Z", "2024-03-12T14:00Z", 180, TimePrecision.Minute)]
    [InlineData("date=2024-03-12|time=16:20|end time=17:00", "2024-03-12T13:20Z", "2024-03-12T14:00Z", 180, TimePrecision.Minute)]
    [InlineData("date=2024-03-12 16:20|end=2024-03-12", "2024-03-12T13:20Z", null, 180, TimePrecision.Minute)]
    [InlineData("date=2024-03-12 16:20|end=2024-03-13", "2024-03-12T13:20Z", "2024-03-13T21:00Z", 180, TimePrecision.Minute)]
    [InlineData("date=2024-03-14|time precision=week", "2024-03-11T00:00Z", null, 0, TimePrecision.Week)]
    [InlineData("date=2024-03-14|time precision=month", "2024-03-01T00:00Z", null, 0, TimePrecision.Month)]
    [InlineData("date=2024|end=2025", "2024-01-01T00:00Z", "2026-01-01T00:00Z", 0, TimePrecision.Year)]
    [InlineData("date=1710260405250", "2024-03-12T16:20:05.250Z", null, 0, TimePrecision.Minute)]
    public void Times_are_those_of_the_files_clocks_unless_they_say_otherwise(string row, string start, string? end, int offset, TimePrecision precision) => Assert.Equal(
        new Occurrence(DateTimeOffset.Parse(start), end is null ? null : DateTimeOffset.Parse(end), TimeSpan.FromMinutes(offset), precision),
        Incident(row, new Mapping { Columns = [], OffsetMinutes = 180 }).Incident.Occurrence);

    [Theory]
    [InlineData("kind=Attack|place=Tikrit", "Attack, Tikrit")]
    [InlineData("kind=Attack|place=Tikrit|title=What happened", "What happened")]
    [InlineData("summary=A drone struck the camp before dawn. Three people died.", "A drone struck the camp before dawn")]
    [InlineData("summary=First line\nsecond line", "First line")]
    [InlineData("kind=Armed clash|summary=Shots", "Shots")]
    [InlineData("kind=Armed clash|date=2024", "Armed clash")]
    [InlineData("place=Tikrit", "Incident, Tikrit")]
    [InlineData("date=2024", "Incident")]
    public void A_row_without_a_title_gets_one_from_what_there_is(string row, string title) => Assert.Equal(title, Incident(row).Incident.Title);

    [Fact]
    public void A_long_summary_gives_its_first_words()
    {
        var title = Incident($"summary={string.Join(' ', Enumerable.Repeat("word", 50))}").Incident.Title;
        Assert.Equal($"{string.Join(' ', Enumerable.Repeat("word", 16))}…", title);
    }

    [Fact]
    public void An_id_is_made_of_when_where_and_the_title_and_counts_repeats()
    {
        var columns = "date|title|lat|lon|killed".Split('|');
        var mapper = Mapper(columns);
        string Id(params string[] cells) => Assert.IsType<FileContent.Row>(mapper.Map(1, cells)).Incident.Incident.Id;
        var first = Id("2024-03-12", "Attack", "33.5", "42.5", "3");
        Assert.Equal(16, first.Length);
        Assert.Equal($"{first}-2", Id("2024-03-12", "Attack", "33.5", "42.5", "4"));
        Assert.Equal($"{first}-3", Id("12.3.2024", "Attack", "33.50", "42.5", ""));
        Assert.Equal(4, new[] { first, Id("2024-03-13", "Attack", "33.5", "42.5", "3"), Id("2024-03-12", "Attack!", "33.5", "42.5", "3"), Id("2024-03-12", "Attack", "33.6", "42.5", "3") }.Distinct().Count());
        Assert.Equal(first, Assert.IsType<FileContent.Row>(Mapper(columns).Map(9, ["2024-03-12", "Attack", "33.5", "42.5", "17"])).Incident.Incident.Id);
    }

    [Fact]
    public void Repeats_are_counted_on_when_later_rows_have_further_columns()
    {
        var before = Mapper(["date", "title"]);
        var first = Assert.IsType<FileContent.Row>(before.Map(1, ["2024-03-12", "Attack"])).Incident.Incident.Id;
        var after = new RowMapper(new() { Columns = [new("date", ColumnMeaning.Start), new("title", ColumnMeaning.Title)] }, ["date", "title", "more"], German.Dataset, before);
        Assert.Equal($"{first}-2", Assert.IsType<FileContent.Row>(after.Map(2, ["2024-03-12", "Attack", "x"])).Incident.Incident.Id);
    }

    [Fact]
    public void A_shape_that_the_file_gives_beside_the_cells_stands()
    {
        var line = new LineGeometry([new(33, 42), new(34, 43)], null);
        var incident = Assert.IsType<FileContent.Row>(Mapper(["place"]).Map(1, ["Baghdad"], line)).Incident.Incident;
        Assert.Equal((line, null, _file), (incident.Geometry, incident.GeometryNote, incident.GeometryEvidence));
    }

    [Fact]
    public void A_stated_radius_is_the_precision_and_the_last_digit_is_when_nobody_states_one()
    {
        var stated = Incident("lat=33.5|lon=42.5|precision m=2500").Incident;
        Assert.Equal((new GeoPrecision(2500), new GeoPrecision(2500)), (stated.Precision!.Value, ((PointGeometry)stated.Geometry!).Location.Precision));
        var unstated = Incident("lat=33.5|lon=42.5").Incident;
        Assert.Equal((null, 5_566), ((double?)unstated.Precision?.Metres, Math.Round(((PointGeometry)unstated.Geometry!).Location.Precision.Metres)));
    }

    [Fact]
    public void A_namesake_far_from_the_rows_own_point_is_another_place()
    {
        Assert.Empty(Incident("place=Alexandria|lat=38.8|lon=-77.05").Places[0].Aliases);
        Assert.Equal("361058", Incident("place=Alexandria|lat=31.2|lon=29.95").Places[0].GeoNamesId);
    }

    [Fact]
    public void A_row_without_a_place_is_in_its_province_or_country_which_are_no_pins()
    {
        Assert.Equal(("Anbar", "province", "IQ", null), Only(Incident("province=Anbar|country=Iraq")));
        Assert.Equal(("Iraq", "country", "IQ", null), Only(Incident("country=iq")));
        Assert.Equal([new("country", "Freedonia")], Incident("country=Freedonia").Incident.Attributes);

        static (string, string, string?, GeoPoint?) Only(ImportedIncident imported) =>
            (imported.Places[0].Name, imported.Places[0].Nature, imported.Places[0].Country, imported.Places[0].Point);
    }

    [Fact]
    public void Several_are_separated_by_semicolons_and_an_address_without_a_name_stands_for_its_host()
    {
        var imported = Incident("side=A; B|source=AP, Beirut; AFP|url=https://apnews.com/1; https://www.afp.com/2; https://airwars.org/3|tags=drone, camp; night");
        Assert.Equal([("a", "side"), ("b", "side")], imported.Incident.Involvements.Select(involvement => (involvement.ActorId, involvement.Role)));
        Assert.Equal(
            [("AP, Beirut", "https://apnews.com/1"), ("AFP", "https://www.afp.com/2"), ("airwars.org", "https://airwars.org/3")],
            imported.Claims.Select(claim => (claim.Claimant.Name, claim.Address!.ToString())));
        Assert.Equal(["drone", "camp", "night"], imported.Incident.Tags);
    }

    [Fact]
    public void A_mapping_that_does_not_fit_the_columns_is_asked_about()
    {
        Assert.Equal(
            "the mapping names a column 'Datum' that the file does not have: it has date, title",
            Assert.Throws<UnreadableFileException>(() => new RowMapper(new() { Columns = [new("Datum", ColumnMeaning.Start)] }, ["date", "title"], German.Dataset)).Message);
        Assert.Equal(
            "the columns 'a' and 'b' cannot both be Start: choose one",
            Assert.Throws<UnreadableFileException>(() => new RowMapper(new() { Columns = [new("a", ColumnMeaning.Start), new("b", ColumnMeaning.Start)] }, ["a", "b"], German.Dataset)).Message);
    }

    private static FileContent Map(string row, Mapping? mapping = null)
    {
        var cells = row.Split('|').Select(cell => cell.Split('=', 2)).ToArray();
        return Mapper([.. cells.Select(cell => cell[0])], mapping).Map(7, [.. cells.Select(cell => cell[1])]);
    }

    private static ImportedIncident Incident(string row, Mapping? mapping = null) => Assert.IsType<FileContent.Row>(Map(row, mapping)).Incident;

    private static RowMapper Mapper(string[] columns, Mapping? mapping = null) => new(
        (mapping ?? new() { Columns = [] }) with { Columns = columns.Select(column => new ColumnMapping(column, MappingProposal.MeaningOf(column))).ToValueList() },
        columns,
        German.Dataset);
}
