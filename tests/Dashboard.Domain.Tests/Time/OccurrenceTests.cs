using Dashboard.Domain.Time;
using static Dashboard.Domain.Tests.Time.Times;

namespace Dashboard.Domain.Tests.Time;

public class OccurrenceTests
{
    [Fact]
    public void Nonsense_is_refused()
    {
        var start = At("2024-02-02T21:00Z");

        Assert.Equal("the end 2024-02-02T20:59:00.0000000+00:00 is before the start 2024-02-02T21:00:00.0000000+00:00", Refusal(() => When("2024-02-02T21:00Z", "2024-02-02T20:59Z")));
        Assert.Equal("an ongoing period has no end yet", Refusal(() => When("2024-02-02T21:00Z", "2024-02-02T22:00Z", ongoing: true)));
        Assert.Equal("no clock is 14:01:00 off UTC", Refusal(() => new Occurrence(start, null, TimeSpan.FromMinutes(841), TimePrecision.Day)));
        Assert.Equal("no clock is -14:01:00 off UTC", Refusal(() => new Occurrence(start, null, TimeSpan.FromMinutes(-841), TimePrecision.Day)));
        Assert.Equal("a clock's offset is whole minutes, not 00:00:30", Refusal(() => new Occurrence(start, null, TimeSpan.FromSeconds(30), TimePrecision.Day)));
        Assert.Equal("an uncertainty cannot be negative", Refusal(() => When("2024-02-02T21:00Z", uncertainty: -1)));
        Assert.Equal("unknown time precision 99", Refusal(() => When("2024-02-02T21:00Z", precision: (TimePrecision)99)));
        Assert.Equal("times are stored in UTC", Refusal(() => new Occurrence(start.ToOffset(TimeSpan.FromHours(3)), null, TimeSpan.Zero, TimePrecision.Day)));
        Assert.Equal("times are stored in UTC", Refusal(() => new Occurrence(start, start.AddDays(1).ToOffset(TimeSpan.FromHours(3)), TimeSpan.Zero, TimePrecision.Day)));
    }

    [Theory]
    [InlineData(TimePrecision.Minute, "2024-01-31T00:00Z", "2024-01-31T00:00Z")]
    [InlineData(TimePrecision.Hour, "2024-01-31T00:00Z", "2024-01-31T01:00Z")]
    [InlineData(TimePrecision.PartOfDay, "2024-01-31T00:00Z", "2024-01-31T06:00Z")]
    [InlineData(TimePrecision.Day, "2024-01-31T00:00Z", "2024-02-01T00:00Z")]
    [InlineData(TimePrecision.Week, "2024-01-31T00:00Z", "2024-02-07T00:00Z")]
    [InlineData(TimePrecision.Month, "2024-02-01T00:00Z", "2024-03-01T00:00Z")]
    [InlineData(TimePrecision.Year, "2024-01-01T00:00Z", "2025-01-01T00:00Z")]
    [InlineData(TimePrecision.Minute, "9999-12-31T23:00Z", "9999-12-31T23:00Z")]
    [InlineData(TimePrecision.Day, "9999-12-31T00:00Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData(TimePrecision.Year, "9999-01-01T00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void A_moment_spans_the_unit_in_which_it_lies(TimePrecision precision, string start, string end)
    {
        var moment = When(start, precision: precision);
        Assert.Equal((At(end), false), (moment.SpanEnd!.Value, moment.IsPeriod));
    }

    [Fact]
    public void A_period_spans_its_own_length_and_what_goes_on_has_no_end()
    {
        var period = When("2023-10-17T00:00Z", "2024-02-04T23:59Z", TimePrecision.Day);
        var ongoing = When("2014-10-17T00:00Z", precision: TimePrecision.Day, ongoing: true);

        Assert.Equal((At("2024-02-04T23:59Z"), true), (period.SpanEnd!.Value, period.IsPeriod));
        Assert.Equal((null, true), (ongoing.SpanEnd, ongoing.IsPeriod));
    }

    /// <summary>The night of 2/3 February 2024: Friday in Washington, Saturday in Iraq, 21:00 to 21:45 on 2 February in UTC.</summary>
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2024-02-02T00:00Z", "2024-02-03T00:00Z", true)]
    [InlineData("2024-02-03T00:00Z", "2024-02-04T00:00Z", false)]
    [InlineData("2024-02-01T00:00Z", "2024-02-02T00:00Z", false)]
    [InlineData(null, "2024-02-02T21:00Z", false)]
    [InlineData(null, "2024-02-02T21:00:00.0000001Z", true)]
    [InlineData("2024-02-02T21:00Z", null, true)]
    [InlineData("2024-02-02T21:44:59Z", null, true)]
    [InlineData("2024-02-02T21:45Z", null, false)]
    [InlineData("2024-02-02T21:10Z", "2024-02-02T21:20Z", true)]
    [InlineData("2024-02-02T20:00Z", "2024-02-02T22:00Z", true)]
    public void A_period_meets_a_window_that_it_shares_an_instant_with(string? from, string? to, bool meets) =>
        Assert.Equal(meets, When("2024-02-02T21:00Z", "2024-02-02T21:45Z").Meets(Window(from, to)));

    [Theory]
    [InlineData("2024-02-02T21:00Z", null, true)]
    [InlineData("2024-02-02T21:00:00.0000001Z", null, false)]
    [InlineData(null, "2024-02-02T21:00Z", false)]
    [InlineData("2024-02-02T21:00Z", "2024-02-02T21:00:00.0000001Z", true)]
    public void A_minute_meets_a_window_that_holds_its_start(string? from, string? to, bool meets)
    {
        Assert.Equal(meets, When("2024-02-02T21:00Z").Meets(Window(from, to)));
        Assert.Equal(meets, When("2024-02-02T21:00Z", "2024-02-02T21:00Z").Meets(Window(from, to)));
    }

    [Theory]
    [InlineData("2024-02-02T23:59Z", null, true)]
    [InlineData("2024-02-03T00:00Z", null, false)]
    [InlineData(null, "2024-02-02T00:00Z", false)]
    public void A_day_meets_a_window_that_holds_any_part_of_it(string? from, string? to, bool meets) =>
        Assert.Equal(meets, When("2024-02-02T00:00Z", precision: TimePrecision.Day).Meets(Window(from, to)));

    [Theory]
    [InlineData("2024-02-02T00:00Z", null, true)]
    [InlineData("9999-01-01T00:00Z", null, true)]
    [InlineData(null, "2014-10-17T00:00Z", false)]
    [InlineData(null, "2014-10-18T00:00Z", true)]
    public void What_goes_on_meets_every_window_after_its_start(string? from, string? to, bool meets) =>
        Assert.Equal(meets, When("2014-10-17T00:00Z", precision: TimePrecision.Day, ongoing: true).Meets(Window(from, to)));

    private static string Refusal(Func<object> make) => Assert.Throws<RefusedException>(make).Message;
}
