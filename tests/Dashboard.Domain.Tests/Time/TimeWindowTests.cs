using Dashboard.Domain.Time;
using static Dashboard.Domain.Tests.Time.Times;

namespace Dashboard.Domain.Tests.Time;

public class TimeWindowTests
{
    [Fact]
    public void A_window_must_end_after_it_begins()
    {
        Assert.Throws<RefusedException>(() => Window("2024-02-03T00:00Z", "2024-02-02T00:00Z"));
        Assert.Throws<RefusedException>(() => Window("2024-02-03T00:00Z", "2024-02-03T00:00Z"));
    }

    [Fact]
    public void A_window_is_kept_in_utc()
    {
        var local = new TimeWindow(new DateTimeOffset(2024, 2, 3, 0, 0, 0, TimeSpan.FromHours(3)), null);

        Assert.Equal(Window("2024-02-02T21:00Z", null), local);
        Assert.Equal(TimeSpan.Zero, local.From!.Value.Offset);
    }

    [Fact]
    public void Only_a_window_that_is_open_on_both_sides_holds_all()
    {
        Assert.True(TimeWindow.All.IsAll);
        Assert.False(Window("2024-02-02T00:00Z", null).IsAll);
        Assert.False(Window(null, "2024-02-02T00:00Z").IsAll);
    }
}
