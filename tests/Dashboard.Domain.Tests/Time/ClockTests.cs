using Dashboard.Domain.Time;
using static Dashboard.Domain.Tests.Time.Times;

namespace Dashboard.Domain.Tests.Time;

public class ClockTests
{
    [Theory]
    [InlineData("2023-11-05T05:59:59Z", "2023-11-05T01:59:59", "EDT")]
    [InlineData("2023-11-05T06:00:00Z", "2023-11-05T01:00:00", "EST")]
    [InlineData("2024-03-10T06:59:59Z", "2024-03-10T01:59:59", "EST")]
    [InlineData("2024-03-10T07:00:00Z", "2024-03-10T03:00:00", "EDT")]
    [InlineData("2024-11-03T05:59:59Z", "2024-11-03T01:59:59", "EDT")]
    [InlineData("2024-11-03T06:00:00Z", "2024-11-03T01:00:00", "EST")]
    [InlineData("2026-03-08T07:00:00Z", "2026-03-08T03:00:00", "EDT")]
    [InlineData("2026-11-01T06:00:00Z", "2026-11-01T01:00:00", "EST")]
    [InlineData("2023-10-26T21:30:00Z", "2023-10-26T17:30:00", "EDT")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00", "EST")]
    public void Us_eastern_time_changes_on_two_sundays_of_the_year(string utc, string wall, string abbreviation)
    {
        Assert.Equal(DateTime.Parse(wall, null), Clock.UsEastern.WallTime(At(utc), TimeSpan.Zero));
        Assert.Equal(abbreviation, ClockWords.Zone(When(utc), Clock.UsEastern));
    }

    [Theory]
    [InlineData(3, "+03")]
    [InlineData(-5, "-05")]
    [InlineData(5.75, "+05:45")]
    [InlineData(-3.5, "-03:30")]
    [InlineData(0, "+00")]
    public void A_local_zone_is_its_offset(double offset, string zone) =>
        Assert.Equal(zone, ClockWords.Zone(When("2024-01-28T02:30Z", offset: offset), Clock.Local));

    [Fact]
    public void A_zone_is_named_only_where_a_time_of_day_is_told()
    {
        Assert.Equal("UTC", ClockWords.Zone(When("2024-01-28T02:30Z", precision: TimePrecision.PartOfDay), Clock.Utc));
        Assert.Null(ClockWords.Zone(When("2024-01-28T00:00Z", precision: TimePrecision.Day), Clock.Utc));
        Assert.Null(ClockWords.Zone(null, Clock.Utc));
    }

    [Fact]
    public void Clocks_have_names() =>
        Assert.Equal(["UTC", "Local time", "US Eastern"], Enum.GetValues<Clock>().Select(ClockWords.Name));
}
