using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>The shortest window that holds everything that was added; it grows while an index is built.</summary>
internal sealed class Stretch
{
    /// <summary>Later than any instant: what is open on that side.</summary>
    private const long Open = long.MaxValue;

    private long _from = Open;
    private long _to = -1;
    private bool _isOpenBefore;

    /// <summary>Null while there is nothing in it.</summary>
    public TimeWindow? Window => _to < 0 ? null : new TimeWindow(
        _isOpenBefore ? null : new DateTimeOffset(_from, TimeSpan.Zero),
        _to == Open ? null : new DateTimeOffset(_to, TimeSpan.Zero));

    /// <summary>What several windows hold together; null without one.</summary>
    public static TimeWindow? Of(IEnumerable<TimeWindow?> windows)
    {
        var stretch = new Stretch();
        foreach (var window in windows.OfType<TimeWindow>())
        {
            stretch._isOpenBefore |= window.From is null;
            stretch.Hold(window.From?.Ticks ?? Open, window.To?.Ticks ?? Open);
        }

        return stretch.Window;
    }

    /// <summary>
    /// A moment fills its minute, and what goes on without an end counts with its start, so that the stretch is never open.
    /// </summary>
    /// <param name="start">In ticks of UTC.</param>
    /// <param name="spanEnd">The exclusive end; null when it goes on.</param>
    public void Add(long start, long? spanEnd) =>
        Hold(start, spanEnd > start ? spanEnd.Value : DateTimeOffset.MaxValue.Ticks - start > TimeSpan.TicksPerMinute ? start + TimeSpan.TicksPerMinute : Open);

    private void Hold(long from, long to) => (_from, _to) = (Math.Min(_from, from), Math.Max(_to, to));
}
