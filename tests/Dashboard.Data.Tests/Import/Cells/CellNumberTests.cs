using System.Globalization;
using Dashboard.Data.Import.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests.Import.Cells;

public sealed class CellNumberTests
{
    [Theory]
    [InlineData("5", false, 5)]
    [InlineData("-5.25", false, -5.25)]
    [InlineData("1,234.5", false, 1234.5)]
    [InlineData("1 234", false, 1234)]
    [InlineData("1'234'567", false, 1234567)]
    [InlineData("1\u202F234,5", true, 1234.5)]
    [InlineData("1,5", true, 1.5)]
    [InlineData("1.234,5", true, 1234.5)]
    [InlineData("1.234", true, 1234)]
    [InlineData("1e3", false, 1000)]
    [InlineData("٢٥", false, 25)]
    public void Numbers_are_read_with_their_separators(string text, bool decimalComma, double number) =>
        Assert.Equal(Reading<double>.Of(number), CellNumber.Read(text, decimalComma));

    [Theory]
    [InlineData("1,5", false, "'1,5' is not a number")]
    [InlineData("12,34.5", false, "'12,34.5' is not a number")]
    [InlineData("NaN", false, "'NaN' is not a number")]
    [InlineData("1e400", false, "'1e400' is beyond all numbers")]
    [InlineData("many", true, "'many' is not a number")]
    public void What_is_no_number_is_refused(string text, bool decimalComma, string fault) =>
        Assert.Equal(Reading<double>.Wrong(fault), CellNumber.Read(text, decimalComma));

    [Theory]
    [InlineData("5", 5, 5, 5)]
    [InlineData("0", 0, 0, 0)]
    [InlineData("1,234", 1234, 1234, 1234)]
    [InlineData("3-5", 3, null, 5)]
    [InlineData("3–5", 3, null, 5)]
    [InlineData("3 to 5", 3, null, 5)]
    [InlineData("3 bis 5", 3, null, 5)]
    [InlineData("between 3 and 5", 3, null, 5)]
    [InlineData("3+", 3, null, null)]
    [InlineData("at least 3", 3, null, null)]
    [InlineData("mindestens 3", 3, null, null)]
    [InlineData("≥ 3", 3, null, null)]
    [InlineData("more than 3", 4, null, null)]
    [InlineData("up to 5", null, null, 5)]
    [InlineData("bis zu 5", null, null, 5)]
    [InlineData("fewer than 5", null, null, 4)]
    [InlineData("about 10", null, 10, null)]
    [InlineData("~10", null, 10, null)]
    [InlineData("ca. 10", null, 10, null)]
    public void A_count_says_no_more_than_was_written(string text, int? low, int? best, int? high) =>
        Assert.Equal(Reading<WrittenToll>.Of(new(low, best, high)), CellNumber.ReadToll(text, decimalComma: false));

    [Theory]
    [InlineData("-3", "'-3' is negative: a toll counts people")]
    [InlineData("5-3", "'5-3' falls from 5 to 3: write the low number first")]
    [InlineData("2.5", "'2.5' is not a whole number of people")]
    [InlineData("dozens", "'dozens' is not a number of people: write 5, 3-5, 3+ or about 10")]
    [InlineData("99999999999", "'99999999999' is more people than there are")]
    [InlineData("1e3", "'1e3' is not a number of people: write 5, 3-5, 3+ or about 10")]
    public void What_counts_no_people_is_refused(string text, string fault) =>
        Assert.Equal(Reading<WrittenToll>.Wrong(fault), CellNumber.ReadToll(text, decimalComma: false));

    [Fact]
    public void A_point_separates_thousands_where_the_comma_is_the_decimal_one() =>
        Assert.Equal(Reading<WrittenToll>.Of(new(1234, 1234, 1234)), CellNumber.ReadToll("1.234", decimalComma: true));

    [Fact]
    public void Every_number_reads_back_in_both_ways_of_writing() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), number =>
    {
        var value = number / 1000.0;
        Assert.Equal(Reading<double>.Of(value), CellNumber.Read(value.ToString("#,0.000", CultureInfo.InvariantCulture), decimalComma: false));
        Assert.Equal(Reading<double>.Of(value), CellNumber.Read(value.ToString("0.000", CultureInfo.InvariantCulture).Replace('.', ','), decimalComma: true));
    }));
}
