using Dashboard.Index.Tiles;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>
/// How many incidents start when, by kind, whatever the window: over the time that the datasets cover, and the window where it
/// reaches beyond.
/// </summary>
/// <param name="Kinds">The keys of the kinds that occur.</param>
/// <param name="Bars">Side by side, ascending; for each how many there are of each kind.</param>
/// <param name="Earlier">How many start before the first bar.</param>
/// <param name="Later">How many start after the last bar.</param>
internal sealed record TimeBars(IReadOnlyList<TileGroupKey> Kinds, IReadOnlyList<(long From, long To, IReadOnlyList<int> Counts)> Bars, int Earlier, int Later)
{
    private const int MostBars = 120;

    /// <summary>A window may reach to the ends of time; a picture of it does not.</summary>
    private static readonly TimeSpan _mostBeside = TimeSpan.FromDays(36_525);

    private static readonly DateTimeOffset _earliest = new(5, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _latest = new(9990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>True where what a lens does not mention is counted apart.</summary>
    public bool IsThroughLens { get; init; }

    /// <summary>The highest bar.</summary>
    public int Most => Bars.Select(bar => bar.Counts.Sum()).DefaultIfEmpty().Max();

    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static TimeBars Of(SharedView shared, CancellationToken stop)
    {
        var query = shared.View.Query;
        if (Shown(shared) is not var (from, to))
        {
            return new TimeBars([], [], 0, 0);
        }

        var step = TimeEdges.Steps.FirstOrDefault(step => (to - from) / step <= MostBars - 2, TimeEdges.Steps[^1]);
        var first = TimeEdges.FirstMonday + (step * Math.Floor((from - TimeEdges.FirstMonday) / step));
        var count = Math.Min(TimeEdges.MostStretches, (int)Math.Ceiling((to - first) / step));
        var tile = shared.Revision.Times(query, TimeEdges.FromSpan(first, first + (step * count), step), TileGroup.Kind, stop);
        var stretches = Enumerable.Range(0, count + 2).Select(stretch => CountsOf(tile, stretch)).ToList();
        var bars = Enumerable.Range(0, count).Select(bar => ((first + (step * bar)).UtcTicks, (first + (step * (bar + 1))).UtcTicks, stretches[bar + 1]));
        return new TimeBars(tile.Groups, [.. bars], stretches[0].Sum(), stretches[^1].Sum()) { IsThroughLens = shared.Lens is not null };
    }

    /// <summary>What a timeline opens on, and all of the window; null where nothing has a date.</summary>
    private static (DateTimeOffset From, DateTimeOffset To)? Shown(SharedView shared)
    {
        var (index, window) = (shared.Revision.Index, shared.View.Query.Window);
        var extent = index.ExtentWith(shared.View.Query.Leads);
        var from = index.Coverage?.From ?? extent?.From ?? window.From;
        var to = index.Coverage?.To ?? extent?.To ?? window.To;
        if (!(from < to))
        {
            return null;
        }

        var (least, most) = (Within(from.Value.UtcTicks - _mostBeside.Ticks), Within(to.Value.UtcTicks + _mostBeside.Ticks));
        from = window.From is { } start && start < from ? start : from;
        to = window.To is { } end && end > to ? end : to;
        return (from > least ? from.Value : least, to < most ? to.Value : most);
    }

    private static DateTimeOffset Within(long ticks) => new(Math.Clamp(ticks, _earliest.UtcTicks, _latest.UtcTicks), TimeSpan.Zero);

    private static IReadOnlyList<int> CountsOf(TimeTile tile, int stretch)
    {
        var counts = new int[tile.Groups.Count];
        for (var entry = tile.Offsets[stretch]; entry < tile.Offsets[stretch + 1]; entry++)
        {
            counts[tile.Series[entry]] += (int)tile.Counts[entry];
        }

        return counts;
    }
}
