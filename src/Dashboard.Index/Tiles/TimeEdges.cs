using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Index.Tiles;

/// <summary>
/// Instants that cut time into stretches: stretch 0 lies before the first edge, stretch k from edge k − 1 up to edge k,
/// and the last one from the last edge on. A window whose sides are edges is counted exactly: the starts of the stretches
/// up to its end, less those whose end edge is not after its beginning.
/// </summary>
public sealed class TimeEdges
{
    /// <summary>A span has no more stretches than this.</summary>
    public const int MostStretches = 1024;

    /// <summary>As many stretches as there are at most where nobody asked for a span.</summary>
    public const int ChosenStretches = 256;

    private const long TicksPerMillisecond = TimeSpan.TicksPerMillisecond;

    /// <summary>Steps are counted from a Monday, so that weeks begin where people begin them.</summary>
    public static readonly DateTimeOffset FirstMonday = new(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly long[] _milliseconds;
    private readonly long[] _ticks;

    private TimeEdges(IEnumerable<long> milliseconds)
        : this((long[])[.. milliseconds.Distinct().Order()])
    {
    }

    /// <param name="milliseconds">Ascending, each once.</param>
    private TimeEdges(long[] milliseconds)
    {
        _milliseconds = milliseconds;
        _ticks = Array.ConvertAll(_milliseconds, edge => DateTimeOffset.UnixEpoch.Ticks + (edge * TicksPerMillisecond));
    }

    /// <summary>The lengths that a stretch of a span may have, ascending.</summary>
    public static ValueList<TimeSpan> Steps { get; } =
    [
        TimeSpan.FromMinutes(15), .. new[] { 1, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 4, 7, 14, 28, 56, 112, 224, 448 }.Select(days => TimeSpan.FromDays(days)),
    ];

    /// <summary>How many edges there are; stretches are one more.</summary>
    public int Count => _milliseconds.Length;

    /// <summary>The edges, ascending, in Unix milliseconds.</summary>
    public ReadOnlySpan<long> Milliseconds => _milliseconds;

    /// <summary>The edges in ticks of UTC.</summary>
    internal ReadOnlySpan<long> Ticks => _ticks;

    /// <summary>Edges at every step from one instant to another, and others besides.</summary>
    /// <param name="from">The first edge; a multiple of the step, counted from Monday 1970-01-05 in UTC.</param>
    /// <param name="to">The last edge; later, and a multiple too.</param>
    /// <param name="step">One of <see cref="Steps"/>.</param>
    /// <param name="extra">Whole milliseconds.</param>
    /// <exception cref="RefusedException">Something of this does not hold, or the stretches are more than <see cref="MostStretches"/>.</exception>
    public static TimeEdges FromSpan(DateTimeOffset from, DateTimeOffset to, TimeSpan step, params IReadOnlyList<DateTimeOffset> extra)
    {
        RefuseIf(!Steps.Contains(step), $"a stretch of {step} is not one of the steps");
        RefuseIf(!IsMultiple(from, step), $"{from:O} is not a multiple of {step}");
        RefuseIf(!IsMultiple(to, step), $"{to:O} is not a multiple of {step}");
        RefuseIf(to <= from, "the span ends before it begins");
        RefuseIf((to - from).Ticks / step.Ticks > MostStretches, $"the span has more than {MostStretches} stretches");
        RefuseIf(extra.Any(edge => edge.UtcTicks % TicksPerMillisecond != 0), "an edge is not a whole millisecond");
        return Every(step, from.ToUnixTimeMilliseconds(), (int)((to - from).Ticks / step.Ticks), extra);
    }

    /// <summary>
    /// Edges around a time that nobody gave a span for: the shortest step that needs no more than
    /// <see cref="ChosenStretches"/>. Of a time that is too long for any step, the last part.
    /// </summary>
    /// <param name="extent">Where the incidents lie, closed on both sides; null where none is dated.</param>
    /// <param name="extra">Whole milliseconds.</param>
    public static TimeEdges Around(TimeWindow? extent, params IReadOnlyList<DateTimeOffset> extra) => Around(extent, ChosenStretches, extra);

    /// <param name="most">How many stretches there may be.</param>
    internal static TimeEdges Around(TimeWindow? extent, int most, params IReadOnlyList<DateTimeOffset> extra)
    {
        if (extent is not { From: { } from, To: { } to })
        {
            return new TimeEdges(extra.Select(edge => edge.ToUnixTimeMilliseconds()));
        }

        var step = Steps.FirstOrDefault(step => Upper(to, step) - Lower(from, step) <= most, Steps[^1]);
        var (last, stretches) = (Upper(to, step), (int)Math.Min(Upper(to, step) - Lower(from, step), most));
        var first = FirstMonday.ToUnixTimeMilliseconds() + ((last - stretches) * (long)step.TotalMilliseconds);
        return Every(step, first, stretches, extra);
    }

    /// <summary>Every other edge; null when there are too few to leave any out.</summary>
    internal TimeEdges? Coarser() => Count < 4 ? null : new TimeEdges(_milliseconds.Where((_, edge) => edge % 2 == 0).Append(_milliseconds[^1]));

    /// <summary>The stretch in which something starts.</summary>
    /// <param name="startTicks">In ticks of UTC.</param>
    public int StretchOf(long startTicks)
    {
        var (low, high) = (0, _ticks.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _ticks[middle] <= startTicks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first edge at which something is over; <see cref="Count"/> when it is over at none.</summary>
    /// <param name="startTicks">Its start, in ticks of UTC; it is not over before it has started.</param>
    /// <param name="spanEndTicks">Its exclusive end; null when it goes on.</param>
    public int EndEdgeOf(long startTicks, long? spanEndTicks) =>
        spanEndTicks is { } end ? StretchOf(Math.Max(end, startTicks + 1) - 1) : Count;

    /// <inheritdoc cref="EndEdgeOf(long, long?)"/>
    /// <param name="from">No edge before this one is it, and it is probably near.</param>
    internal int EndEdgeFrom(int from, long spanEndTicks)
    {
        const int Near = 4;
        for (var edge = from; edge < Math.Min(from + Near, _ticks.Length); edge++)
        {
            if (_ticks[edge] >= spanEndTicks)
            {
                return edge;
            }
        }

        return StretchOf(spanEndTicks - 1);
    }

    private static TimeEdges Every(TimeSpan step, long first, int stretches, IReadOnlyList<DateTimeOffset> extra)
    {
        var (edges, length) = (new long[stretches + 1], step.Ticks / TicksPerMillisecond);
        for (var edge = 0; edge < edges.Length; edge++)
        {
            edges[edge] = first + (edge * length);
        }

        return extra.Count == 0 ? new TimeEdges(edges) : new TimeEdges(edges.Concat(extra.Select(edge => edge.ToUnixTimeMilliseconds())));
    }

    private static bool IsMultiple(DateTimeOffset instant, TimeSpan step) => (instant - FirstMonday).Ticks % step.Ticks == 0;

    /// <summary>How many steps after the first Monday the last multiple is that is not later.</summary>
    private static long Lower(DateTimeOffset instant, TimeSpan step) => Floor(instant.UtcTicks - FirstMonday.Ticks, step.Ticks);

    private static long Upper(DateTimeOffset instant, TimeSpan step) => Floor(instant.UtcTicks - FirstMonday.Ticks - 1, step.Ticks) + 1;

    private static long Floor(long ticks, long step) => (ticks - (((ticks % step) + step) % step)) / step;

    private static void RefuseIf(bool condition, string message)
    {
        if (condition)
        {
            throw new RefusedException(message);
        }
    }
}
