using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>The shortest window that holds several.</summary>
internal static class Stretch
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    /// <summary>What the datasets cover together; null without a dataset.</summary>
    public static TimeWindow? OfCoverage(IEnumerable<Dataset> datasets) => Of(datasets.Select(dataset => dataset.Description.Coverage));

    /// <summary>
    /// Where dated incidents lie; null without one. A moment fills its minute, and what goes on without an end counts
    /// with its start, so that the stretch is never open.
    /// </summary>
    public static TimeWindow? OfOccurrences(IEnumerable<Occurrence> occurrences) => Of(occurrences.Select(WindowOf));

    private static TimeWindow? Of(IEnumerable<TimeWindow> windows)
    {
        var all = windows.ToArray();
        return all.Length == 0 ? null : new TimeWindow(
            Array.Exists(all, window => window.From is null) ? null : all.Min(window => window.From),
            Array.Exists(all, window => window.To is null) ? null : all.Max(window => window.To));
    }

    private static TimeWindow WindowOf(Occurrence occurrence)
    {
        var start = occurrence.Start;
        var endOfMinute = DateTimeOffset.MaxValue - start > _minute ? start + _minute : (DateTimeOffset?)null;
        return new TimeWindow(start, occurrence.SpanEnd > start ? occurrence.SpanEnd : endOfMinute);
    }
}
