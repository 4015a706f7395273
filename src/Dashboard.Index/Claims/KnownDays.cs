namespace Dashboard.Index.Claims;

/// <summary>What is known on days, kept for the few that were asked about last: a view asks about one again and again.</summary>
internal sealed class KnownDays
{
    private const int MostKept = 4;

    private readonly ClaimColumns _claims;
    private readonly int[] _statuses;
    private readonly Lock _lock = new();
    private readonly List<(DateOnly Date, Lazy<KnownDay> Day)> _days = [];

    /// <param name="statuses">For each status its number in the facet of statuses; −1 where it has none.</param>
    public KnownDays(ClaimColumns claims, int[] statuses)
    {
        (_claims, _statuses) = (claims, statuses);
        var last = claims.SourcesFrom.Append(0).Max();
        for (int run = 0, end; run < claims.RowCount; run = end)
        {
            (var from, end) = ((int)claims.KnownFrom[run], claims.KnownFrom.EndOf(run));
            for (var row = run; row < end; row++)
            {
                last = Math.Max(last, from + (int)claims.Lasting[row]);
            }
        }

        Last = last;
    }

    /// <summary>The last day on which anything became known.</summary>
    public int Last { get; }

    /// <summary>What is known on a day; null when that is everything.</summary>
    public KnownDay? On(DateOnly? asOf)
    {
        if (asOf is not { } date || date.DayNumber - _claims.DayZero >= Last)
        {
            return null;
        }

        return Kept(date).Value;
    }

    private Lazy<KnownDay> Kept(DateOnly date)
    {
        lock (_lock)
        {
            var known = _days.Find(day => day.Date == date);
            if (known.Day is null)
            {
                known = (date, new Lazy<KnownDay>(() => KnownDay.Of(_claims, date, _statuses)));
            }

            _days.Remove(known);
            _days.Insert(0, known);
            if (_days.Count > MostKept)
            {
                _days.RemoveAt(MostKept);
            }

            return known.Day;
        }
    }
}
