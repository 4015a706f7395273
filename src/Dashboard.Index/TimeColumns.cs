using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>
/// When the dated incidents happened, in ticks of UTC: one column of starts, ascending, and one of exclusive ends.
/// Dated rows come first, undated rows after them; <see cref="Occurrence.Meets"/> is the rule that they answer.
/// </summary>
internal sealed class TimeColumns
{
    /// <summary>Later than any instant: the end of what goes on.</summary>
    private const long Ongoing = long.MaxValue;

    private readonly int _rows;
    private readonly long[] _starts;
    private readonly long[] _ends;

    public TimeColumns(IReadOnlyList<Entry> entries)
    {
        Occurrence[] occurrences = [.. entries.Select(entry => entry.Incident.Occurrence).OfType<Occurrence>()];
        _rows = entries.Count;
        _starts = Array.ConvertAll(occurrences, occurrence => occurrence.Start.Ticks);
        _ends = Array.ConvertAll(occurrences, occurrence => occurrence.SpanEnd?.Ticks ?? Ongoing);
        Dated = new Bitmap(_rows);
        Dated.SetRange(0, occurrences.Length);
    }

    public Bitmap Dated { get; }

    /// <summary>The rows that meet the window; null when it is open on both sides and asks nothing.</summary>
    public Bitmap? Meeting(TimeWindow window)
    {
        if (window.IsAll)
        {
            return null;
        }

        var rows = new Bitmap(_rows);
        var afterWindow = window.To is { } to ? FirstAtOrAfter(to) : _starts.Length;
        var startedInside = window.From is { } from ? FirstAtOrAfter(from) : 0;
        rows.SetRange(startedInside, afterWindow);
        for (var row = 0; row < Math.Min(startedInside, afterWindow); row++)
        {
            if (_ends[row] > window.From!.Value.Ticks)
            {
                rows.Set(row);
            }
        }

        return rows;
    }

    private int FirstAtOrAfter(DateTimeOffset instant)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _starts[middle] < instant.Ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
