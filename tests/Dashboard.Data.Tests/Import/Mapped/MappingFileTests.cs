using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Import.Mapped;

public sealed class MappingFileTests
{
    [Fact]
    public void A_mapping_reads_back_as_it_was_written()
    {
        var mapping = new Mapping
        {
            Columns = [new("Datum", ColumnMeaning.Start), new("Ort \"am\" Fluß", ColumnMeaning.Place), new("x", ColumnMeaning.GeoPrecisionMetres)],
            DateOrder = DateOrder.MonthDayYear,
            ExcelSerials = true,
            DecimalComma = true,
            OffsetMinutes = -210,
            DefaultKind = "attack",
        };
        using var stream = new MemoryStream();
        MappingFile.Write(stream, mapping);
        Assert.Equal(
            """
            {
              "columns": {
                "Datum": "start",
                "Ort \"am\" Fluß": "place",
                "x": "geoPrecisionMetres"
              },
              "dateOrder": "monthDayYear",
              "excelSerials": true,
              "decimalComma": true,
              "offsetMinutes": -210,
              "defaultKind": "attack"
            }

            """,
            Encoding.UTF8.GetString(stream.ToArray()));
        stream.Position = 0;
        Assert.Equal(mapping, MappingFile.Read(stream));
    }

    [Fact]
    public void All_but_the_columns_may_be_left_out() =>
        Assert.Equal(new Mapping { Columns = [new("a", ColumnMeaning.Title)] }, Read("""{"columns": {"a": "title"}}"""));

    [Fact]
    public void What_is_left_out_stays_as_it_was_proposed()
    {
        var proposed = new Mapping
        {
            Columns = [new("Datum", ColumnMeaning.Start)],
            DateOrder = DateOrder.MonthDayYear,
            ExcelSerials = true,
            DecimalComma = true,
            OffsetMinutes = 60,
            DefaultKind = "attack",
        };
        Assert.Equal(proposed with { Columns = [new("a", ColumnMeaning.Title)] }, Read("""{"columns": {"a": "title"}}""", proposed));
        Assert.Equal(
            new Mapping { Columns = [], DateOrder = DateOrder.DayMonthYear },
            Read("""{"columns": {}, "dateOrder": "dayMonthYear", "excelSerials": false, "decimalComma": false, "offsetMinutes": 0, "defaultKind": "incident"}""", proposed));
    }

    [Theory]
    [InlineData("[]", "$: a mapping is an object with columns in it")]
    [InlineData("{}", "$.columns: an object is missing that gives each column its meaning")]
    [InlineData("""{"columns": {"a": "titel"}}""", "$.columns['a']: 'titel' is none of attribute, id, title, summary, kind, start, startTime, end, endTime, timePrecision, latitude, longitude, coordinates, geoPrecisionMetres, place, province, country, side, perpetrator, target, killed, killedLow, killedHigh, injured, injuredLow, injuredHigh, source, sourceAddress, sourceDate, tags")]
    [InlineData("""{"columns": {"a": 1}}""", "$.columns['a']: a text is missing")]
    [InlineData("""{"columns": {}, "dateOrder": "dmy"}""", "$.dateOrder: 'dmy' is none of dayMonthYear, monthDayYear")]
    [InlineData("""{"columns": {}, "decimalComma": "yes"}""", "$.decimalComma: it is true or false")]
    [InlineData("""{"columns": {}, "offsetMinutes": 841}""", "$.offsetMinutes: it is a whole number of minutes from -840 to 840")]
    [InlineData("""{"columns": {}, "defaultKind": ""}""", "$.defaultKind: a text is missing")]
    [InlineData("""{"columns": {}, "encoding": "utf-8"}""", "$.encoding: a mapping has no such part")]
    public void What_is_not_understood_is_refused_with_its_path(string json, string message) =>
        Assert.Equal(message, Assert.Throws<RefusedException>(() => Read(json)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"columns": {"a": "title", "a": "kind"}}""")]
    public void What_is_no_JSON_is_refused(string json) =>
        Assert.StartsWith("the mapping is no JSON: ", Assert.Throws<RefusedException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static Mapping Read(string json, Mapping? proposed = null) => MappingFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), proposed);
}
