using Dashboard.Domain.Time;
using static Dashboard.Domain.Tests.Time.Times;

namespace Dashboard.Domain.Tests.Time;

public class OccurrenceWordsTests
{
    [Fact]
    public void A_moment_is_told_by_the_clock_that_is_chosen()
    {
        var tower22 = When("2024-01-28T02:30Z", precision: TimePrecision.Hour, uncertainty: 60);

        AssertWords(tower22, Clock.Utc, "28 January 2024, about 02:30", "28 Jan 2024, about 02:30");
        AssertWords(tower22, Clock.Local, "28 January 2024, about 05:30", "28 Jan 2024, about 05:30");
        AssertWords(tower22, Clock.UsEastern, "27 January 2024, about 21:30", "27 Jan 2024, about 21:30");
    }

    [Theory]
    [InlineData(null, "26 December 2023, 04:45")]
    [InlineData(0, "26 December 2023, 04:45")]
    [InlineData(15, "26 December 2023, 04:45")]
    [InlineData(16, "26 December 2023, about 04:45")]
    public void A_minute_is_about_when_it_may_be_off_by_more_than_a_quarter_of_an_hour(int? uncertainty, string words) =>
        Assert.Equal(words, OccurrenceWords.Long(When("2023-12-26T01:45Z", uncertainty: uncertainty), Clock.Local));

    [Theory]
    [InlineData("2024-02-02T21:00Z", "2024-02-02T21:45Z", Clock.Utc, "2 February 2024, 21:00–21:45")]
    [InlineData("2024-02-02T21:00Z", "2024-02-02T21:45Z", Clock.Local, "3 February 2024, 00:00–00:45")]
    [InlineData("2024-02-02T21:00Z", "2024-02-02T21:45Z", Clock.UsEastern, "2 February 2024, 16:00–16:45")]
    [InlineData("2023-11-20T21:00Z", "2023-11-21T01:30Z", Clock.Utc, "20–21 November 2023, 21:00–01:30")]
    [InlineData("2023-11-30T21:00Z", "2023-12-01T01:30Z", Clock.Utc, "30 November – 1 December 2023, 21:00–01:30")]
    [InlineData("2023-12-31T21:00Z", "2024-01-01T01:30Z", Clock.Utc, "31 December 2023 – 1 January 2024, 21:00–01:30")]
    [InlineData("2023-10-07T03:29Z", "2023-10-08T21:00Z", Clock.Utc, "7 October 2023, 03:29 – 8 October 2023, 21:00")]
    [InlineData("2023-10-07T03:29Z", "2023-10-07T03:29Z", Clock.Utc, "7 October 2023, 03:29")]
    public void A_period_says_nothing_twice(string start, string end, Clock clock, string words) =>
        Assert.Equal(words, OccurrenceWords.Long(When(start, end), clock));

    [Fact]
    public void A_period_known_to_the_hour_is_about()
    {
        Assert.Equal("1 February 2024, about 11:30–13:11", OccurrenceWords.Long(When("2024-02-01T16:30Z", "2024-02-01T18:11Z", TimePrecision.Hour, offset: -5), Clock.Local));
        Assert.Equal("1 February 2024, about 16:30 – 3 February 2024, about 18:11", OccurrenceWords.Long(When("2024-02-01T16:30Z", "2024-02-03T18:11Z", TimePrecision.Hour), Clock.Utc));
    }

    [Theory]
    [InlineData("2023-11-12T00:00Z", null, "12 November 2023, early morning")]
    [InlineData("2023-11-12T05:59Z", null, "12 November 2023, early morning")]
    [InlineData("2023-11-12T06:00Z", null, "12 November 2023, morning")]
    [InlineData("2023-11-12T12:00Z", null, "12 November 2023, afternoon")]
    [InlineData("2023-11-12T18:00Z", null, "12 November 2023, evening")]
    [InlineData("2023-11-12T23:59Z", null, "12 November 2023, evening")]
    [InlineData("2023-11-12T17:00Z", "2023-11-12T21:30Z", "12 November 2023, evening")]
    [InlineData("2023-11-12T06:00Z", "2023-11-12T18:00Z", "12 November 2023, morning to afternoon")]
    [InlineData("2023-10-17T18:00Z", "2023-10-18T12:00Z", "17 October 2023, evening – 18 October 2023, morning")]
    [InlineData("2023-10-17T18:00Z", "2023-10-19T00:00Z", "17 October 2023, evening – 18 October 2023, evening")]
    public void A_part_of_day_is_named_and_never_given_a_minute(string start, string? end, string words) =>
        Assert.Equal(words, OccurrenceWords.Long(When(start, end, TimePrecision.PartOfDay, uncertainty: 180), Clock.Utc));

    [Fact]
    public void A_part_of_day_follows_the_clock_and_is_about_when_it_may_be_the_one_before()
    {
        var missiles = When("2023-11-20T21:00Z", "2023-11-21T01:30Z", TimePrecision.PartOfDay, uncertainty: 150);
        AssertWords(missiles, Clock.Utc, "20 November 2023, evening", "20 Nov 2023, evening");
        AssertWords(missiles, Clock.Local, "21 November 2023, early morning", "21 Nov 2023, early morning");
        AssertWords(missiles, Clock.UsEastern, "20 November 2023, evening", "20 Nov 2023, evening");

        var rough = When("2023-11-20T18:00Z", precision: TimePrecision.PartOfDay, uncertainty: 360);
        AssertWords(rough, Clock.Utc, "about 20 November 2023, evening", "about 20 Nov 2023, evening");
    }

    [Theory]
    [InlineData(Clock.Utc)]
    [InlineData(Clock.Local)]
    [InlineData(Clock.UsEastern)]
    public void A_stated_day_is_the_same_day_on_every_clock(Clock clock)
    {
        Assert.Equal("28 January 2024", OccurrenceWords.Long(When("2024-01-28T00:00Z", precision: TimePrecision.Day, offset: 3), clock));
        Assert.Equal("31 January 2024", OccurrenceWords.Long(When("2024-01-31T00:00Z", precision: TimePrecision.Day, offset: -5), clock));
        Assert.Equal("19 October 2023", OccurrenceWords.Long(When("2023-10-18T21:00Z", "2023-10-19T06:00Z", TimePrecision.Day, offset: 3), clock));
        Assert.Equal("3 February 2024", OccurrenceWords.Long(When("2024-02-02T22:00Z", "2024-02-03T18:00Z", TimePrecision.Day, offset: 3), clock));
    }

    [Theory]
    [InlineData(null, "22 November 2023")]
    [InlineData(720, "22 November 2023")]
    [InlineData(1439, "22 November 2023")]
    [InlineData(1440, "about 22 November 2023")]
    public void A_day_is_about_when_it_may_be_the_one_before(int? uncertainty, string words) =>
        Assert.Equal(words, OccurrenceWords.Long(When("2023-11-22T00:00Z", precision: TimePrecision.Day, uncertainty: uncertainty), Clock.Utc));

    [Theory]
    [InlineData("2023-10-17T00:00Z", "2024-02-04T23:59Z", "17 October 2023 – 4 February 2024", "17 Oct 2023 – 4 Feb 2024")]
    [InlineData("2024-01-24T00:00Z", "2024-01-25T23:59Z", "24–25 January 2024", "24–25 Jan 2024")]
    [InlineData("2023-11-19T00:00Z", "2023-11-21T00:00Z", "19–20 November 2023", "19–20 Nov 2023")]
    [InlineData("2023-11-30T00:00Z", "2023-12-02T12:00Z", "30 November – 2 December 2023", "30 Nov – 2 Dec 2023")]
    [InlineData("2023-11-30T00:00Z", "2023-12-01T00:00Z", "30 November 2023", "30 Nov 2023")]
    [InlineData("2023-11-30T00:00Z", "2023-11-30T00:00Z", "30 November 2023", "30 Nov 2023")]
    public void A_period_of_days_ends_on_its_last_day(string start, string end, string words, string shortWords) =>
        AssertWords(When(start, end, TimePrecision.Day), Clock.UsEastern, words, shortWords);

    [Theory]
    [InlineData(TimePrecision.Week, null, null, "week of 5 February 2024", "week of 5 Feb 2024")]
    [InlineData(TimePrecision.Week, "2024-02-12T00:00Z", null, "week of 5 February 2024", "week of 5 Feb 2024")]
    [InlineData(TimePrecision.Week, "2024-02-26T00:00Z", null, "weeks of 5–19 February 2024", "weeks of 5–19 Feb 2024")]
    [InlineData(TimePrecision.Week, null, 7, "about the week of 5 February 2024", "about the week of 5 Feb 2024")]
    [InlineData(TimePrecision.Month, null, null, "in February 2024", "Feb 2024")]
    [InlineData(TimePrecision.Month, "2024-03-01T00:00Z", null, "in February 2024", "Feb 2024")]
    [InlineData(TimePrecision.Month, "2024-04-01T00:00Z", null, "February – March 2024", "Feb – Mar 2024")]
    [InlineData(TimePrecision.Month, "2025-04-01T00:00Z", null, "February 2024 – March 2025", "Feb 2024 – Mar 2025")]
    [InlineData(TimePrecision.Month, "2025-03-01T00:00Z", null, "February 2024 – February 2025", "Feb 2024 – Feb 2025")]
    [InlineData(TimePrecision.Month, null, 28, "about February 2024", "about Feb 2024")]
    [InlineData(TimePrecision.Year, null, null, "in 2024", "2024")]
    [InlineData(TimePrecision.Year, "2026-01-01T00:00Z", null, "2024–2025", "2024–2025")]
    [InlineData(TimePrecision.Year, null, 365, "about 2024", "about 2024")]
    public void Weeks_months_and_years_are_named_whole(TimePrecision precision, string? end, int? uncertainDays, string words, string shortWords) =>
        AssertWords(When("2024-02-05T00:00Z", end, precision, uncertainty: uncertainDays * 24 * 60), Clock.Local, words, shortWords);

    [Theory]
    [InlineData(TimePrecision.Minute, null, "since 17 October 2014, 12:05")]
    [InlineData(TimePrecision.Hour, null, "since 17 October 2014, about 12:05")]
    [InlineData(TimePrecision.PartOfDay, null, "since 17 October 2014, afternoon")]
    [InlineData(TimePrecision.Day, null, "since 17 October 2014")]
    [InlineData(TimePrecision.Day, 14, "since about 17 October 2014")]
    [InlineData(TimePrecision.Week, null, "since the week of 17 October 2014")]
    [InlineData(TimePrecision.Month, null, "since October 2014")]
    [InlineData(TimePrecision.Year, null, "since 2014")]
    public void What_goes_on_is_told_by_its_start(TimePrecision precision, int? uncertainDays, string words) =>
        Assert.Equal(words, OccurrenceWords.Long(When("2014-10-17T12:05Z", precision: precision, uncertainty: uncertainDays * 24 * 60, ongoing: true), Clock.Utc));

    [Fact]
    public void An_undated_incident_says_so() => AssertWords(null, Clock.Local, "date not known", "date not known");

    [Theory]
    [InlineData("0001-01-01T00:00Z", -5, "1 January 0001, 00:00")]
    [InlineData("9999-12-31T23:59Z", 3, "31 December 9999, 23:59")]
    public void At_the_ends_of_the_calendar_a_clock_stands_still(string start, double offset, string words) =>
        Assert.Equal(words, OccurrenceWords.Long(When(start, offset: offset), Clock.Local));

    private static void AssertWords(Occurrence? occurrence, Clock clock, string words, string shortWords)
    {
        Assert.Equal(words, OccurrenceWords.Long(occurrence, clock));
        Assert.Equal(shortWords, OccurrenceWords.Short(occurrence, clock));
    }
}
