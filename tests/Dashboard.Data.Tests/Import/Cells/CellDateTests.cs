using Dashboard.Data.Import;
using Dashboard.Data.Import.Cells;
using Dashboard.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests.Import.Cells;

public sealed class CellDateTests
{
    [Theory]
    [InlineData("2024-03-12", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("2024-03-12 00:00:00.000", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("2024-03-12T00:00:00Z", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("28.01.2024 00:00:00", "2024-01-28T00:00:00", TimePrecision.Day)]
    [InlineData("1/28/2024 0:00", "2024-01-28T00:00:00", TimePrecision.Day)]
    [InlineData("2024/03/12", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("2024.3.2", "2024-03-02T00:00:00", TimePrecision.Day)]
    [InlineData("20240312", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("12.3.2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("01.02.2024", "2024-02-01T00:00:00", TimePrecision.Day)]
    [InlineData("12. 3. 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("12-03-2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("25/12/2024", "2024-12-25T00:00:00", TimePrecision.Day)]
    [InlineData("12/25/2024", "2024-12-25T00:00:00", TimePrecision.Day)]
    [InlineData("10/10/2015", "2015-10-10T00:00:00", TimePrecision.Day)]
    [InlineData("29.2.2024", "2024-02-29T00:00:00", TimePrecision.Day)]
    [InlineData("12 March 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("12 Mar 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("12-Mar-2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("March 12, 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("Sept. 3rd, 2023", "2023-09-03T00:00:00", TimePrecision.Day)]
    [InlineData("Tuesday, 12 March 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("30 June 2022", "2022-06-30T00:00:00", TimePrecision.Day)]
    [InlineData("12. März 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("Dienstag, den 12. Mrz. 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("3. Jänner 2024", "2024-01-03T00:00:00", TimePrecision.Day)]
    [InlineData("1er août 2023", "2023-08-01T00:00:00", TimePrecision.Day)]
    [InlineData("12 févr. 2024", "2024-02-12T00:00:00", TimePrecision.Day)]
    [InlineData("12 de marzo de 2024", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("3 dic 2023", "2023-12-03T00:00:00", TimePrecision.Day)]
    [InlineData("١٢.٣.٢٠٢٤", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("March 2024", "2024-03-01T00:00:00", TimePrecision.Month)]
    [InlineData("2024-03", "2024-03-01T00:00:00", TimePrecision.Month)]
    [InlineData("3/2024", "2024-03-01T00:00:00", TimePrecision.Month)]
    [InlineData("Oktober 2023", "2023-10-01T00:00:00", TimePrecision.Month)]
    [InlineData("2024", "2024-01-01T00:00:00", TimePrecision.Year)]
    [InlineData("2024-03-12 16:20", "2024-03-12T16:20:00", TimePrecision.Minute)]
    [InlineData("12.3.2024 16:20", "2024-03-12T16:20:00", TimePrecision.Minute)]
    [InlineData("12.3.2024, 16.20 Uhr", "2024-03-12T16:20:00", TimePrecision.Minute)]
    [InlineData("12.3.2024, 16 Uhr", "2024-03-12T16:00:00", TimePrecision.Hour)]
    [InlineData("25/12/2024 4:20 pm", "2024-12-25T16:20:00", TimePrecision.Minute)]
    [InlineData("12 March 2024, 4 pm", "2024-03-12T16:00:00", TimePrecision.Hour)]
    [InlineData("16:20 12 March 2024", "2024-03-12T16:20:00", TimePrecision.Minute)]
    [InlineData("12 March 2024 at 16:20", "2024-03-12T16:20:00", TimePrecision.Minute)]
    [InlineData("0001-01-01", "0001-01-01T00:00:00", TimePrecision.Day)]
    public void A_date_is_read_in_every_form_that_people_write(string text, string start, TimePrecision precision) =>
        Assert.Equal(Reading<WrittenDate>.Of(new(At(start), precision)), CellDate.Read(text));

    [Theory]
    [InlineData("2024-03-12T16:20:05Z", "2024-03-12T16:20:05", 0)]
    [InlineData("2024-03-12T16:20+03:00", "2024-03-12T16:20:00", 180)]
    [InlineData("2024-03-12T16:20:05.250-0500", "2024-03-12T16:20:05.250", -300)]
    [InlineData("2024-03-12 16:20 UTC", "2024-03-12T16:20:00", 0)]
    [InlineData("1710260405", "2024-03-12T16:20:05", 0)]
    [InlineData("1710260405.25", "2024-03-12T16:20:05.250", 0)]
    [InlineData("1710260405250", "2024-03-12T16:20:05.250", 0)]
    public void An_instant_says_how_far_its_clock_is_off_UTC(string text, string start, int minutes) =>
        Assert.Equal(Reading<WrittenDate>.Of(new(At(start), TimePrecision.Minute, null, TimeSpan.FromMinutes(minutes))), CellDate.Read(text));

    [Theory]
    [InlineData("12–14 March 2024", "2024-03-12", "2024-03-15", TimePrecision.Day)]
    [InlineData("12-14 March 2024", "2024-03-12", "2024-03-15", TimePrecision.Day)]
    [InlineData("12.–14.3.2024", "2024-03-12", "2024-03-15", TimePrecision.Day)]
    [InlineData("28 February – 2 March 2024", "2024-02-28", "2024-03-03", TimePrecision.Day)]
    [InlineData("30 December 2023 to 2 January 2024", "2023-12-30", "2024-01-03", TimePrecision.Day)]
    [InlineData("12.3.2024 bis 14.3.2024", "2024-03-12", "2024-03-15", TimePrecision.Day)]
    [InlineData("2024-03-12/2024-03-14", "2024-03-12", "2024-03-15", TimePrecision.Day)]
    [InlineData("2024-02-05/06", "2024-02-05", "2024-02-07", TimePrecision.Day)]
    [InlineData("2019–2021", "2019-01-01", "2022-01-01", TimePrecision.Year)]
    [InlineData("March – May 2024", "2024-03-01", "2024-06-01", TimePrecision.Month)]
    public void A_stretch_ends_with_its_last_unit(string text, string start, string end, TimePrecision precision) =>
        Assert.Equal(Reading<WrittenDate>.Of(new(At(start), precision, At(end))), CellDate.Read(text));

    [Theory]
    [InlineData("01/02/2024", DateOrder.DayMonthYear, "2024-02-01")]
    [InlineData("01/02/2024", DateOrder.MonthDayYear, "2024-01-02")]
    [InlineData("01-02-2024", DateOrder.MonthDayYear, "2024-01-02")]
    [InlineData("01.02.2024", DateOrder.MonthDayYear, "2024-02-01")]
    public void Somebody_says_which_figure_is_the_day(string text, DateOrder order, string day) =>
        Assert.Equal(Reading<WrittenDate>.Of(new(At(day), TimePrecision.Day)), CellDate.Read(text, order));

    [Theory]
    [InlineData("45363", "2024-03-12T00:00:00", TimePrecision.Day)]
    [InlineData("45363.6805555556", "2024-03-12T16:20:00", TimePrecision.Minute)]
    [InlineData("45363,25", "2024-03-12T06:00:00", TimePrecision.Minute)]
    public void A_spreadsheets_number_is_a_day_when_the_column_is_like_that(string text, string start, TimePrecision precision) =>
        Assert.Equal(Reading<WrittenDate>.Of(new(At(start), precision)), CellDate.Read(text, excelSerials: true));

    [Theory]
    [InlineData("01/02/2024", "'01/02/2024' may be two different days: say whether day or month comes first")]
    [InlineData("13/14/2024", "'13/14/2024' has neither in 13 nor in 14 a month")]
    [InlineData("13.14.2024", "'13.14.2024' has neither in 13 nor in 14 a month")]
    [InlineData("30 February 2024", "'30 February 2024' has a day 30: February 2024 ends on the 29th")]
    [InlineData("2023-02-29", "'2023-02-29' has a day 29: February 2023 ends on the 28th")]
    [InlineData("30.2.2024", "'30.2.2024' has a day 30: February 2024 ends on the 29th")]
    [InlineData("2024-13-01", "'2024-13-01' has a month 13: there are twelve")]
    [InlineData("0000-01-01", "'0000-01-01' is in a year 0, which no calendar has")]
    [InlineData("0000", "'0000' is in a year 0, which no calendar has")]
    [InlineData("12.3.24", "'12.3.24' has a year of two digits: write four, so that no century is guessed")]
    [InlineData("3/12/24", "'3/12/24' has a year of two digits: write four, so that no century is guessed")]
    [InlineData("12 March 24", "'12 March 24' has a year of two digits: write four, so that no century is guessed")]
    [InlineData("12 March", "'12 March' names no year")]
    [InlineData("45363", "'45363' may be a spreadsheet's number for a day; not all dates of the column are, so write 2024-03-12")]
    [InlineData("-1", "'-1' is not a date: write 2024-03-12")]
    [InlineData("yesterday", "'yesterday' is not a date: 'yesterday' is no month in English, German, French or Spanish")]
    [InlineData("2024-03-12T25:00:00Z", "'2024-03-12T25:00:00Z' has a time of day that no clock shows: write 2024-03-12 16:20")]
    [InlineData("14–12 March 2024", "'14–12 March 2024' ends before it begins")]
    [InlineData("NaN", "'NaN' is not a date: 'NaN' is no month in English, German, French or Spanish")]
    public void What_is_no_day_of_any_calendar_is_refused_in_words(string text, string fault) =>
        Assert.Equal(Reading<WrittenDate>.Wrong(fault), CellDate.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("null")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("?")]
    [InlineData("unknown")]
    [InlineData("unbekannt")]
    public void A_cell_that_says_nothing_is_unknown(string text) => Assert.Equal(Reading<WrittenDate>.Unknown, CellDate.Read(text));

    [Fact]
    public void One_value_that_tells_decides_the_order_of_its_column()
    {
        Assert.Equal(DateOrder.MonthDayYear, FigureOrder.Of(["10/08/2014", "10/21/2015", ""], out var isOpen));
        Assert.False(isOpen);
        Assert.Equal(DateOrder.DayMonthYear, FigureOrder.Of(["01/02/2024", "25/12/2024"], out isOpen));
        Assert.False(isOpen);
    }

    [Fact]
    public void A_column_in_which_nothing_tells_or_all_contradict_is_asked_about()
    {
        Assert.Null(FigureOrder.Of(["01/02/2024", "10/10/2024"], out var isOpen));
        Assert.True(isOpen);
        Assert.Null(FigureOrder.Of(["25/12/2024", "12/25/2024", "01/02/2024"], out isOpen));
        Assert.True(isOpen);
        Assert.Null(FigureOrder.Of(["2024-01-02", "1.2.2024"], out isOpen));
        Assert.False(isOpen);
    }

    [Fact]
    public void Every_day_reads_back_from_every_form() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 3_000_000).ToArbitrary(), number =>
    {
        var day = DateOnly.FromDayNumber(number);
        var expected = Reading<WrittenDate>.Of(new(day.ToDateTime(default), TimePrecision.Day));
        foreach (var form in new[] { "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "d.M.yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "d MMMM yyyy", "MMMM d, yyyy", "dd-MMM-yyyy" })
        {
            Assert.Equal(expected, CellDate.Read(day.ToString(form)));
        }

        Assert.Equal(expected, CellDate.Read(day.ToString("MM/dd/yyyy"), DateOrder.MonthDayYear));
        Assert.Equal(expected, CellDate.Read(day.ToString("d/M/yyyy"), DateOrder.DayMonthYear));
    }));

    [Fact]
    public void Every_minute_reads_back_with_its_offset() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from minute in Gen.Choose(0, 60_000_000) from offset in Gen.Choose(-14 * 60, 14 * 60) select (minute, offset)).ToArbitrary(), time =>
    {
        var start = new DateTime(1930, 1, 1, 0, 0, 1).AddMinutes(time.minute);
        var written = new DateTimeOffset(start, TimeSpan.FromMinutes(time.offset));
        var expected = Reading<WrittenDate>.Of(new(start, TimePrecision.Minute, null, written.Offset));
        Assert.Equal(expected, CellDate.Read(written.ToString("yyyy-MM-ddTHH:mm:sszzz")));
        Assert.Equal(expected, CellDate.Read(written.ToString("d.M.yyyy HH:mm:ss zzz")));
    }));

    private static DateTime At(string text) => DateTime.Parse(text);
}
