using Dashboard.Domain.Incidents;

namespace Dashboard.Index.Claims;

/// <summary>From the lowest to the highest of some figures.</summary>
/// <param name="IsOrMore">True where the highest is a least.</param>
internal readonly record struct FigureSpan(int Low, int High, bool IsOrMore)
{
    public static FigureSpan Of(Figure figure) => new(figure.Least, figure.Most, figure.IsOrMore);

    /// <returns>Null where nothing is known.</returns>
    public static FigureSpan? Of(Toll toll) => (toll.Low ?? toll.Best ?? toll.High) is { } low
        ? new FigureSpan(low, toll.High ?? toll.Best ?? low, toll.High is null && toll.Best is null)
        : null;

    /// <summary>What holds both.</summary>
    public static FigureSpan Around(FigureSpan? one, FigureSpan other) => one is not { } known ? other : new(
        Math.Min(known.Low, other.Low),
        Math.Max(known.High, other.High),
        (known.IsOrMore && known.High >= other.High) || (other.IsOrMore && other.High >= known.High));
}

/// <summary>Adds spans up.</summary>
internal sealed class FigureSum
{
    public long Low { get; private set; }

    public long High { get; private set; }

    public bool IsOrMore { get; private set; }

    /// <summary>How many were added.</summary>
    public int Count { get; private set; }

    /// <param name="span">Null adds nothing.</param>
    public void Add(FigureSpan? span, int times)
    {
        if (times > 0 && span is var (low, high, isOrMore))
        {
            (Low, High, Count, IsOrMore) = (Low + ((long)low * times), High + ((long)high * times), Count + times, IsOrMore | isOrMore);
        }
    }

    public LensTotal ToTotal() => new(Count == 0 ? null : Low, Count == 0 ? null : High, IsOrMore, Count);
}
