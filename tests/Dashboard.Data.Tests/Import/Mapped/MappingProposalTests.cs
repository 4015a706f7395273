using Dashboard.Data.Import;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Import.Mapped;

public sealed class MappingProposalTests
{
    [Fact]
    public void German_columns_are_understood_by_name_and_values() => Assert.Equal(
        new Mapping
        {
            Columns =
            [
                new("Nr", ColumnMeaning.Id), new("Datum", ColumnMeaning.Start), new("Uhrzeit", ColumnMeaning.StartTime), new("Ort", ColumnMeaning.Place),
                new("Provinz", ColumnMeaning.Province), new("Land", ColumnMeaning.Country), new("Breitengrad", ColumnMeaning.Latitude), new("Längengrad", ColumnMeaning.Longitude),
                new("Art", ColumnMeaning.Kind), new("Täter", ColumnMeaning.Perpetrator), new("Ziel", ColumnMeaning.Target), new("Tote", ColumnMeaning.Killed),
                new("Verletzte", ColumnMeaning.Injured), new("Quelle", ColumnMeaning.Source), new("Link", ColumnMeaning.SourceAddress), new("Beschreibung", ColumnMeaning.Summary),
                new("Waffe", ColumnMeaning.Attribute),
            ],
            DecimalComma = true,
        },
        MappingProposal.Propose(German.Table));

    [Fact]
    public void Columns_of_another_map_and_timeline_tool_are_understood() => Assert.Equal(
        new Mapping
        {
            Columns =
            [
                new("description", ColumnMeaning.Summary), new("date", ColumnMeaning.Start), new("time", ColumnMeaning.StartTime), new("location", ColumnMeaning.Place),
                new("latitude", ColumnMeaning.Latitude), new("longitude", ColumnMeaning.Longitude), new("association1", ColumnMeaning.Tags),
                new("association2", ColumnMeaning.Tags), new("source1", ColumnMeaning.Source),
            ],
            DateOrder = DateOrder.MonthDayYear,
        },
        Propose(
            "description,date,time,location,latitude,longitude,association1,association2,source1",
            "A van stops,10/10/2015,16:20,Al Araqib,31.3484783,34.7874169,van,first,src1",
            "It leaves,10/21/2015,07:00,Nahal Pehar,31.356397,34.784818,van,first,src6",
            "A law is passed,12/10/2014,01:00,,,,,second,src4"));

    [Theory]
    [InlineData("event_date", ColumnMeaning.Start)]
    [InlineData("eventDate", ColumnMeaning.Start)]
    [InlineData("Event Date (UTC)", ColumnMeaning.Start)]
    [InlineData("FECHA", ColumnMeaning.Start)]
    [InlineData("التاريخ", ColumnMeaning.Start)]
    [InlineData("дата", ColumnMeaning.Start)]
    [InlineData("Tarih", ColumnMeaning.Start)]
    [InlineData("timestamp", ColumnMeaning.Start)]
    [InlineData("time", ColumnMeaning.StartTime)]
    [InlineData("end", ColumnMeaning.End)]
    [InlineData("Breite", ColumnMeaning.Latitude)]
    [InlineData("Länge", ColumnMeaning.Longitude)]
    [InlineData("lng", ColumnMeaning.Longitude)]
    [InlineData("Koordinaten", ColumnMeaning.Coordinates)]
    [InlineData("lieu", ColumnMeaning.Place)]
    [InlineData("Şehir", ColumnMeaning.Place)]
    [InlineData("Getötete", ColumnMeaning.Killed)]
    [InlineData("fatalities", ColumnMeaning.Killed)]
    [InlineData("deaths", ColumnMeaning.Killed)]
    [InlineData("blessés", ColumnMeaning.Injured)]
    [InlineData("القتلى", ColumnMeaning.Killed)]
    [InlineData("wounded", ColumnMeaning.Injured)]
    [InlineData("раненые", ColumnMeaning.Injured)]
    [InlineData("Quelle", ColumnMeaning.Source)]
    [InlineData("sources", ColumnMeaning.Source)]
    [InlineData("source_url", ColumnMeaning.SourceAddress)]
    [InlineData("url", ColumnMeaning.SourceAddress)]
    [InlineData("Titel", ColumnMeaning.Title)]
    [InlineData("name", ColumnMeaning.Title)]
    [InlineData("kind", ColumnMeaning.Kind)]
    [InlineData("category", ColumnMeaning.Kind)]
    [InlineData("Akteur", ColumnMeaning.Side)]
    [InlineData("actor2", ColumnMeaning.Side)]
    [InlineData("saldırgan", ColumnMeaning.Perpetrator)]
    [InlineData("geo_precision_m", ColumnMeaning.GeoPrecisionMetres)]
    [InlineData("priogrid_gid", ColumnMeaning.Attribute)]
    [InlineData("__proto__", ColumnMeaning.Attribute)]
    [InlineData("", ColumnMeaning.Attribute)]
    [InlineData("\uD800", ColumnMeaning.Attribute)]
    public void A_column_is_understood_by_its_name_alone(string name, ColumnMeaning meaning) => Assert.Equal(meaning, MappingProposal.MeaningOf(name));

    [Fact]
    public void Of_two_columns_that_could_be_the_same_the_plainer_name_wins() => Assert.Equal(
        [ColumnMeaning.Attribute, ColumnMeaning.Start, ColumnMeaning.Attribute],
        Meanings(Propose("timestamp,date,year", "2024-03-12T10:00:00Z,2024-03-12,2024")));

    [Fact]
    public void Times_that_are_whole_dates_are_start_and_end() => Assert.Equal(
        [ColumnMeaning.Start, ColumnMeaning.End],
        Meanings(Propose("start_time,end_time", "2024-03-12T10:00:00Z,2024-03-12T11:00:00Z")));

    [Fact]
    public void Victims_that_are_counted_are_no_parties() => Assert.Equal(
        [ColumnMeaning.Attribute, ColumnMeaning.Target],
        Meanings(Propose("Opfer,Ziel", "3,Polizei", "5,Markt")));

    [Fact]
    public void A_name_that_the_values_belie_is_an_attribute() => Assert.Equal(
        [ColumnMeaning.Attribute, ColumnMeaning.Attribute, ColumnMeaning.Attribute, ColumnMeaning.Attribute, ColumnMeaning.Coordinates],
        Meanings(Propose("date,id,killed,url,location", "soon,a,many,none yet,\"33.5, 42.1\"", "later,a,some,soon,\"33.6, 42.2\"")));

    [Fact]
    public void Columns_without_names_are_understood_by_what_they_hold() => Assert.Equal(
        [ColumnMeaning.Attribute, ColumnMeaning.Start, ColumnMeaning.Latitude, ColumnMeaning.Longitude, ColumnMeaning.SourceAddress],
        Meanings(Propose("Column 1,Column 2,Column 3,Column 4,Column 5", "x,2024-03-12,33.5123,42.1234,https://example.org/1", "y,2024-03-13,33.6123,42.2345,https://example.org/2")));

    [Fact]
    public void A_column_of_spreadsheet_days_says_so() =>
        Assert.True(Propose("date,title", "45363,one", "45364.5,two").ExcelSerials);

    [Fact]
    public void An_order_that_nothing_tells_is_left_to_the_person() => Assert.Null(Propose("date,title", "01/02/2024,one", "03/04/2024,two").DateOrder);

    private static ColumnMeaning[] Meanings(Mapping mapping) => [.. mapping.Columns.Select(column => column.Meaning)];

    private static Mapping Propose(params string[] lines)
    {
        var rows = lines.Select(line => Cells(line).ToValueList()).ToList();
        return MappingProposal.Propose(new(',', "utf-8", HasHeader: true, rows[0], rows.Skip(1).ToValueList()));
    }

    private static IEnumerable<string> Cells(string line)
    {
        var parts = line.Split('"');
        return parts.SelectMany((part, index) => index % 2 == 1 ? [part] : part.Trim(',') is { Length: > 0 } || index == 0 && parts.Length == 1 ? part.Trim(index == 0 ? '\0' : ',').TrimEnd(parts.Length > 1 ? ',' : '\0').Split(',') : []);
    }
}
