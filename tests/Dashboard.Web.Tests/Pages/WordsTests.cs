using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Web.Explore;
using Dashboard.Web.Incidents;
using Dashboard.Web.Timeline;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Pages;

public class WordsTests
{
    [Fact]
    public void A_window_is_told_by_the_last_day_that_counts()
    {
        var words = new[]
        {
            new TimeWindow(At(2024, 1, 18), At(2024, 2, 10)),
            new TimeWindow(At(2023, 12, 30), At(2024, 1, 3)),
            new TimeWindow(At(2024, 2, 2), At(2024, 2, 3)),
            new TimeWindow(At(2024, 2, 2, 21), At(2024, 2, 3, 1, 30)),
            new TimeWindow(At(2023, 11, 8), null),
            new TimeWindow(null, At(2023, 11, 8)),
            TimeWindow.All,
        }.Select(WindowWords.Of);

        Assert.Equal(
            ["18 Jan – 9 Feb 2024", "30 Dec 2023 – 2 Jan 2024", "2 Feb 2024", "2 Feb, 21:00 – 3 Feb 2024, 01:30", "since 8 Nov 2023", "until 7 Nov 2023", "all time"],
            words);
    }

    [Fact]
    public void A_lag_is_no_more_exact_than_both_times_are()
    {
        static Occurrence On(int day, int hour, int minute, TimePrecision precision) => new(At(2024, 1, day, hour, minute), null, TimeSpan.Zero, precision);
        var start = On(1, 0, 0, TimePrecision.Minute);

        Assert.Equal<string?[]>(
            ["40 min later", "30 h later", "5.8 days later", "within a day", "about 6 days later", null, null],
            [
                LagWords.Of(start, On(1, 0, 40, TimePrecision.Minute)),
                LagWords.Of(start, On(2, 6, 0, TimePrecision.Hour)),
                LagWords.Of(start, On(6, 18, 30, TimePrecision.Minute)),
                LagWords.Of(start, On(1, 9, 0, TimePrecision.Day)),
                LagWords.Of(On(1, 0, 0, TimePrecision.Day), On(6, 18, 30, TimePrecision.Minute)),
                LagWords.Of(On(2, 0, 0, TimePrecision.Minute), start),
                LagWords.Of(null, start),
            ]);
    }

    [Fact]
    public void A_claimed_number_is_short_and_says_which_side_is_open() =>
        Assert.Equal(["3", "34+", "≤ 8", "6–8", "1,200"],
            new[] { new ClaimedNumber(3, 3), new ClaimedNumber(34, null), new ClaimedNumber(null, 8), new ClaimedNumber(6, 8), new ClaimedNumber(1200, 1200) }.Select(ClaimWords.Number));

    [Fact]
    public void Evidence_names_a_few_sources_and_counts_the_others()
    {
        var sources = Enumerable.Range(1, 5).Select(number => new Source
        {
            Id = $"s{number}",
            Publisher = $"Publisher {number}",
            Date = null,
            Nature = "press",
            Address = null,
            QuotesPrimaryStatement = false,
        }).ToList();
        var evidence = new Evidence([Basis.Derived, .. sources.Select(source => Basis.Source(source.Id))], Confidence.Medium);

        Assert.Equal("medium confidence", EvidenceWords.Confidence(evidence));
        Assert.Equal("Publisher 1, Publisher 2, Publisher 3, 2 more sources, what follows from other facts here", EvidenceWords.Basis(evidence, sources));
    }

    [Fact]
    public void A_kind_that_nobody_knows_looks_the_same_here_as_in_the_browser() =>
        Assert.Equal(["--kind-attack", "--kind-other-5", "--kind-other-2", "--kind-other-6", "--kind-other-1", "--kind-other-2"],
            new[] { "attack", "protest", "battle", "riot", "state-based-violence", "non-state-violence" }.Select(key => Sign.OfKind(new IncidentKind(key)).Property));

    [Fact]
    public async Task A_new_wait_supersedes_the_one_before()
    {
        using var waits = new CancellationSeries();

        var first = waits.Rest(TimeSpan.FromDays(1));
        var second = waits.Rest(TimeSpan.Zero);
        var isUndisturbed = await Task.WhenAll(first, second);

        Assert.Equal([false, true], isUndisturbed);
    }
}
