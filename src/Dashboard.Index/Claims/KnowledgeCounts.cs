using Dashboard.Domain;

namespace Dashboard.Index.Claims;

/// <summary>Counts what became known by day.</summary>
internal static class KnowledgeCounts
{
    /// <returns>Null where nothing has a day.</returns>
    /// <param name="rows">What is counted.</param>
    /// <param name="last">The last day of all.</param>
    public static Knowledge? Of(ClaimColumns claims, Bitmap rows, int last)
    {
        var counts = new int[last + 1];
        foreach (var row in rows.Rows())
        {
            var ((from, to), isDated) = (claims.Of(row), false);
            for (var claim = from; claim < to; claim++)
            {
                if (!claims.MarksOf(claim).IsCarrierOnly && claims.DayOf(claim, row) is > 0 and var day)
                {
                    counts[day]++;
                    isDated = true;
                }

                if (claims.TurnOf(claim) is > 0 and var turn)
                {
                    counts[turn]++;
                }
            }

            counts[claims.KnownFrom[row]] += isDated ? 0 : 1;
        }

        var first = counts.AsSpan(1).IndexOfAnyExcept(0) + 1;
        if (first == 0)
        {
            return null;
        }

        var stretches = Stretches(claims, counts, first, last);
        var days = counts.Index().Skip(first).Where(day => day.Item > 0).Select(day => new KnowledgeStretch(Date(claims, day.Index), Date(claims, day.Index), day.Item)).ToValueList();
        return new Knowledge(Date(claims, first), Date(claims, last), stretches)
        {
            Days = days.Count <= Knowledge.MostDays ? days : stretches.Where(stretch => stretch.Count > 0).ToValueList(),
        };
    }

    private static ValueList<KnowledgeStretch> Stretches(ClaimColumns claims, int[] counts, int first, int last)
    {
        var length = ((last - first) / Knowledge.MostStretches) + 1;
        var stretches = new List<KnowledgeStretch>();
        for (var from = first; from <= last; from += length)
        {
            var to = Math.Min(last, from + length - 1);
            stretches.Add(new KnowledgeStretch(Date(claims, from), Date(claims, to), counts.AsSpan(from..(to + 1)).ToArray().Sum()));
        }

        return stretches.ToValueList();
    }

    private static DateOnly Date(ClaimColumns claims, int day) => DateOnly.FromDayNumber(claims.DayZero + day);
}
