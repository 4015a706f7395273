using Dashboard.Domain;
using Dashboard.Domain.Time;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class TimeEdgesTests
{
    private static readonly DateTimeOffset _monday = new(2024, 1, 29, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_span_has_an_edge_at_every_step_and_extra_ones_in_their_places()
    {
        var edges = TimeEdges.FromSpan(_monday, _monday.AddDays(14), TimeSpan.FromDays(7), _monday.AddDays(7), _monday.AddHours(1), _monday.AddDays(30));

        Assert.Equal([_monday, _monday.AddHours(1), _monday.AddDays(7), _monday.AddDays(14), _monday.AddDays(30)], Instants(edges));
    }

    [Fact]
    public void Weeks_begin_on_Mondays_before_1970_too()
    {
        var edges = TimeEdges.Around(new TimeWindow(new(1962, 1, 3, 5, 0, 0, TimeSpan.Zero), new(1965, 6, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(TimeSpan.FromDays(7), Instants(edges)[1] - Instants(edges)[0]);
        Assert.Equal(new DateTimeOffset(1962, 1, 1, 0, 0, 0, TimeSpan.Zero), Instants(edges)[0]);
        Assert.Equal(new DateTimeOffset(1965, 6, 7, 0, 0, 0, TimeSpan.Zero), Instants(edges)[^1]);
    }

    [Fact]
    public void A_start_on_an_edge_is_in_the_stretch_after_it()
    {
        var edges = TimeEdges.FromSpan(_monday, _monday.AddDays(2), TimeSpan.FromDays(1));

        Assert.Equal([0, 1, 1, 2, 3], new[] { -1, 0, 1, TimeSpan.TicksPerDay, 2 * TimeSpan.TicksPerDay }.Select(ticks => edges.StretchOf(_monday.Ticks + ticks)));
    }

    [Theory]
    [InlineData(0L, 0L, 1)]
    [InlineData(0L, TimeSpan.TicksPerDay, 1)]
    [InlineData(0L, TimeSpan.TicksPerDay + 1, 2)]
    [InlineData(-1L, -1L, 0)]
    [InlineData(-1L, 0L, 0)]
    [InlineData(-1L, 1L, 1)]
    [InlineData(0L, 9 * TimeSpan.TicksPerDay, 3)]
    public void What_is_over_at_an_edge_ends_there(long start, long end, int edge)
    {
        var edges = TimeEdges.FromSpan(_monday, _monday.AddDays(2), TimeSpan.FromDays(1));

        Assert.Equal(edge, edges.EndEdgeOf(_monday.Ticks + start, _monday.Ticks + end));
    }

    [Fact]
    public void What_goes_on_ends_at_no_edge() => Assert.Equal(3, TimeEdges.FromSpan(_monday, _monday.AddDays(2), TimeSpan.FromDays(1)).EndEdgeOf(_monday.Ticks, null));

    [Theory]
    [InlineData("0001-01-01", "0001-01-02")]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("9999-12-30", "9999-12-31")]
    [InlineData("2024-01-29", "2024-01-30")]
    [InlineData("1989-01-01", "2025-01-01")]
    public void Without_a_span_the_stretches_are_few_and_reach_the_end(string from, string to)
    {
        var window = new TimeWindow(DateTimeOffset.Parse(from + "T00:00Z"), DateTimeOffset.Parse(to + "T00:00Z"));

        var edges = TimeEdges.Around(window);

        Assert.InRange(edges.Count, 2, 257);
        Assert.True(edges.Milliseconds[^1] >= window.To!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Without_any_time_there_are_no_edges() => Assert.Equal(0, TimeEdges.Around(null).Count);

    [Theory]
    [InlineData(0, 7, 50, "not one of the steps")]
    [InlineData(1, 14, 7 * 24, "not a multiple")]
    [InlineData(0, 13, 7 * 24, "not a multiple")]
    [InlineData(7, 7, 7 * 24, "ends before it begins")]
    [InlineData(0, 1025, 24, "more than 1024")]
    public void A_span_that_does_not_fit_its_step_is_refused(int fromDays, int toDays, int stepHours, string why)
    {
        var step = TimeSpan.FromHours(stepHours);

        var refused = Assert.Throws<RefusedException>(() => TimeEdges.FromSpan(_monday.AddDays(fromDays), _monday.AddDays(toDays), step));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset[] Instants(TimeEdges edges) => [.. edges.Milliseconds.ToArray().Select(DateTimeOffset.FromUnixTimeMilliseconds)];
}
