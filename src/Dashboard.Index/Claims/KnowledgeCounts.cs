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
        return first == 0 ? null : new Knowledge(Date(claims, first), Date(claims, last), Stretches(claims, counts, first, last));
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
