using Dashboard.Domain.Time;

namespace Dashboard.Domain.Tests.Time;

public class PartialDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2024-02-05", "2024-02-05", "2024-02-05")]
    [InlineData("2024-02-05/06", "2024-02-05", "2024-02-06")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void A_date_reaches_from_its_earliest_to_its_latest_day(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal((text, DateOnly.Parse(earliest, null), DateOnly.Parse(latest, null)), (date.Text, date.Earliest, date.Latest));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("0000")]
    [InlineData("2024-00")]
    [InlineData("2024-13")]
    [InlineData("2024-2")]
    [InlineData("2024-02-00")]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-02-05/04")]
    [InlineData("2024-02-28/30")]
    [InlineData("2024-02/03")]
    [InlineData("2024-02-05 ")]
    [InlineData("2024-02-05\n")]
    [InlineData("٢٠٢٤")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(PartialDate.TryParse(text, out _));
        Assert.Equal($"'{text}' is not a date: write 2024, 2024-02, 2024-02-05 or 2024-02-05/06", Assert.Throws<RefusedException>(() => PartialDate.Parse(text)).Message);
    }

    [Fact]
    public void Dates_are_in_order_of_their_earliest_then_their_latest_day()
    {
        string[] ordered = ["2023-12-31", "2024-01-01", "2024-01", "2024", "2024-02-05", "2024-02-05/06", "2024-02-06"];

        Assert.Equal(ordered, ordered.Reverse().Select(PartialDate.Parse).Order().Select(date => date.Text));
        Assert.Equal(PartialDate.Parse("2024-02"), PartialDate.Parse("2024-02"));
        Assert.NotEqual(PartialDate.Parse("2024-02-05/05"), PartialDate.Parse("2024-02-05"));
    }
}
