using Dashboard.Domain;

namespace Dashboard.Index;

/// <summary>How long the bars of a histogram are.</summary>
public enum HistogramStep
{
    /// <summary>From Monday on.</summary>
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// <summary>How many incidents begin when, by kind, in UTC. Bars stand side by side without a gap, from the first start to the last.</summary>
/// <param name="Kinds">The keys of the kinds that occur, by key.</param>
/// <param name="Bars">Ascending; none where nothing is dated.</param>
/// <param name="Undated">How many are in no bar.</param>
public sealed record Histogram(HistogramStep Step, ValueList<string> Kinds, ValueList<HistogramBar> Bars, int Undated)
{
    /// <summary>A page has no room for more.</summary>
    internal const int MostBars = 120;

    /// <summary>The highest bar.</summary>
    public int Most => Bars.Max(bar => (int?)bar.Total) ?? 0;

    internal static Histogram Of(IndexColumns columns, Bitmap rows, int undated)
    {
        var dated = rows.Copy();
        dated.IntersectWith(columns.Times.Dated);
        if (Ends(dated) is not var (first, last))
        {
            return new Histogram(HistogramStep.Week, [], [], undated);
        }

        var (from, to) = (Day(columns.Times.StartOf(first)), Day(columns.Times.StartOf(last)));
        var step = Enum.GetValues<HistogramStep>().First(step => Sides(step, from, to).Take(MostBars + 2).Count() < MostBars + 2);
        DateOnly[] sides = [.. Sides(step, from, to)];
        var counts = sides.Zip(sides.Skip(1), (start, end) => ByStratum(columns, dated, start, end)).ToList();
        string[] kinds = [.. columns.Strata.All.Where((_, stratum) => counts.Exists(bar => bar[stratum] > 0)).Select(stratum => stratum.Kind).Distinct().Order(StringComparer.Ordinal)];
        return new Histogram(step, [.. kinds], counts.Select((bar, i) => new HistogramBar(sides[i], sides[i + 1], ByKind(columns, bar, kinds))).ToValueList(), undated);
    }

    /// <summary>Where bars meet, from the start of the first to the end of the last.</summary>
    private static IEnumerable<DateOnly> Sides(HistogramStep step, DateOnly first, DateOnly last)
    {
        var side = step switch
        {
            HistogramStep.Week => first.AddDays(-(((int)first.DayOfWeek + 6) % 7)),
            HistogramStep.Month => new DateOnly(first.Year, first.Month, 1),
            _ => new DateOnly(Math.Max(1, first.Year - (first.Year % Years(step))), 1, 1),
        };
        for (; side <= last && side < DateOnly.MaxValue; side = After(step, side))
        {
            yield return side;
        }

        yield return side;
    }

    private static DateOnly After(HistogramStep step, DateOnly side) => step switch
    {
        _ when side.Year + Years(step) > DateOnly.MaxValue.Year => DateOnly.MaxValue,
        HistogramStep.Week => side.AddDays(7),
        HistogramStep.Month => side.AddMonths(1),
        _ => new DateOnly(side.Year - (side.Year % Years(step)) + Years(step), 1, 1),
    };

    private static int Years(HistogramStep step) => step switch
    {
        HistogramStep.Century => 100,
        HistogramStep.Decade => 10,
        _ => 1,
    };

    private static (int First, int Last)? Ends(Bitmap rows)
    {
        var (first, last) = (rows.Words.IndexOfAnyExcept(0UL), rows.Words.LastIndexOfAnyExcept(0UL));
        return first < 0 ? null : (
            (first * Bitmap.WordBits) + System.Numerics.BitOperations.TrailingZeroCount(rows.Words[first]),
            (last * Bitmap.WordBits) + System.Numerics.BitOperations.Log2(rows.Words[last]));
    }

    private static uint[] ByStratum(IndexColumns columns, Bitmap rows, DateOnly from, DateOnly to)
    {
        var counts = new uint[columns.Strata.All.Count];
        columns.Strata.Count(rows, columns.Times.FirstRowAt(Ticks(from)), columns.Times.FirstRowAt(Ticks(to)), counts);
        return counts;
    }

    private static ValueList<int> ByKind(IndexColumns columns, uint[] byStratum, string[] kinds)
    {
        var counts = new int[kinds.Length];
        foreach (var (stratum, count) in byStratum.Index().Where(pair => pair.Item > 0))
        {
            counts[Array.IndexOf(kinds, columns.Strata.All[stratum].Kind)] += (int)count;
        }

        return [.. counts];
    }

    private static DateOnly Day(long ticks) => DateOnly.FromDateTime(new DateTime(ticks, DateTimeKind.Utc));

    /// <summary>The last day there is has no end but the end of time.</summary>
    private static long Ticks(DateOnly day) => day == DateOnly.MaxValue ? long.MaxValue : day.ToDateTime(TimeOnly.MinValue).Ticks;
}

/// <summary>One bar.</summary>
/// <param name="To">Exclusive.</param>
/// <param name="Counts">For each of <see cref="Histogram.Kinds"/>.</param>
public sealed record HistogramBar(DateOnly From, DateOnly To, ValueList<int> Counts)
{
    public int Total => Counts.Sum();
}
