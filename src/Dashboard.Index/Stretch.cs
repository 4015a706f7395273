using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>The shortest window that holds everything that was added; it grows while an index is built.</summary>
internal sealed class Stretch
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    /// <summary>Null while there is nothing in it.</summary>
    public TimeWindow? Window { get; private set; }

    /// <summary>What several windows hold together; null without one.</summary>
    public static TimeWindow? Of(IEnumerable<TimeWindow?> windows)
    {
        var stretch = new Stretch();
        foreach (var window in windows.OfType<TimeWindow>())
        {
            stretch.Add(window);
        }

        return stretch.Window;
    }

    /// <summary>
    /// A moment fills its minute, and what goes on without an end counts with its start, so that the stretch is never open.
    /// </summary>
    public void Add(Occurrence occurrence)
    {
        var start = occurrence.Start;
        var endOfMinute = DateTimeOffset.MaxValue - start > _minute ? start + _minute : (DateTimeOffset?)null;
        Add(new TimeWindow(start, occurrence.SpanEnd > start ? occurrence.SpanEnd : endOfMinute));
    }

    private void Add(TimeWindow window) => Window = Window is not { } held ? window : new TimeWindow(
        held.From is { } from && window.From is { } otherFrom ? (from < otherFrom ? from : otherFrom) : null,
        held.To is { } to && window.To is { } otherTo ? (to > otherTo ? to : otherTo) : null);
}
