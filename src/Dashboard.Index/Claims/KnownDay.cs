using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Index.Claims;

/// <summary>
/// What is different on a day from all that is known: which rows are known at all, and of those about which something
/// became known later, what is not there yet. These are few, mostly: the others are as they always are.
/// </summary>
internal sealed class KnownDay
{
    private readonly ClaimColumns _claims;

    private KnownDay(ClaimColumns claims, int day) => (_claims, Day) = (claims, day);

    /// <summary>As <see cref="ClaimColumns"/> counts days.</summary>
    public int Day { get; }

    /// <summary>The rows of which anything is known.</summary>
    public required Bitmap Known { get; init; }

    /// <summary>Those of them about which something became known after the day.</summary>
    public required Bitmap Unsettled { get; init; }

    /// <summary>In the facet of sources.</summary>
    public required FacetChanges Sources { get; init; }

    /// <summary>In the facet of statuses.</summary>
    public required FacetChanges Statuses { get; init; }

    /// <summary>The tolls that were other ones then, by row.</summary>
    public required IReadOnlyDictionary<int, Toll> Killed { get; init; }

    /// <inheritdoc cref="Killed"/>
    public required IReadOnlyDictionary<int, Toll> Injured { get; init; }

    /// <summary>The tolls of a topic that were other ones then, by row.</summary>
    public IReadOnlyDictionary<int, Toll> TollsThen(ClaimTopic topic) => topic == ClaimTopic.Killed ? Killed : Injured;

    /// <summary>What is known on a day.</summary>
    /// <param name="statuses">For each status its number in the facet of statuses; −1 where it has none.</param>
    public static KnownDay Of(ClaimColumns claims, DateOnly date, int[] statuses)
    {
        var day = Math.Max(0, date.DayNumber - claims.DayZero);
        var (known, unsettled) = (new Bitmap(claims.RowCount), new Bitmap(claims.RowCount));
        for (int run = 0, end; run < claims.RowCount; run = end)
        {
            (var from, end) = ((int)claims.KnownFrom[run], claims.KnownFrom.EndOf(run));
            if (from > day)
            {
                continue;
            }

            known.SetRange(run, end);
            for (var row = run; row < end; row++)
            {
                if (from + (int)claims.Lasting[row] > day)
                {
                    unsettled.Set(row);
                }
            }
        }

        var gone = claims.SourcesFrom.Index().Where(source => source.Item > day).Select(source => source.Index).ToHashSet();
        var (sources, status, killed, injured) = (new FacetChanges(gone), new FacetChanges(new HashSet<int>()), new Dictionary<int, Toll>(), new Dictionary<int, Toll>());
        var then = new KnownDay(claims, day) { Known = known, Unsettled = unsettled, Sources = sources, Statuses = status, Killed = killed, Injured = injured };
        foreach (var row in unsettled.Rows())
        {
            then.AddSources(row, sources);
            then.AddStatuses(row, status, statuses);
            then.AddToll(row, ClaimTopic.Killed, killed);
            then.AddToll(row, ClaimTopic.Injured, injured);
        }

        return then;
    }

    /// <summary>True where a claim of a row was made by then.</summary>
    public bool Has(int claim, int row) => _claims.DayOf(claim, row) <= Day;

    private void AddSources(int row, FacetChanges changes)
    {
        var (from, to) = _claims.Of(row);
        for (var claim = from; claim < to; claim++)
        {
            if (!Has(claim, row) && Tells(claim) && !IsToldOf(_claims.Sources[claim], claim))
            {
                changes.Remove(_claims.SourceFacets[_claims.Sources[claim]], row);
            }
        }

        // Since when a source carries the incident.
        bool Tells(int claim) => !_claims.MarksOf(claim).IsCarriedOtherwise;

        // By a claim before this one, or by one that was made by then.
        bool IsToldOf(uint source, int before)
        {
            for (var claim = from; claim < to; claim++)
            {
                if (_claims.Sources[claim] == source && Tells(claim) && (claim < before || Has(claim, row)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private void AddStatuses(int row, FacetChanges changes, int[] numbers)
    {
        var (present, then) = (0, 0);
        var (from, to) = _claims.Of(row);
        for (var claim = from; claim < to; claim++)
        {
            if (_claims.MarksOf(claim) is { IsCarrierOnly: false } marks)
            {
                present |= 1 << (int)marks.Status;
                then |= Has(claim, row) ? 1 << (int)_claims.StatusOn(claim, Day) : 0;
            }
        }

        for (var status = 0; status < numbers.Length; status++)
        {
            switch (present >> status & 1, then >> status & 1)
            {
                case (1, 0):
                    changes.Remove(numbers[status], row);
                    break;
                case (0, 1):
                    changes.Add(numbers[status], row);
                    break;
            }
        }
    }

    /// <summary>The reading stands once all that was claimed is known; until then the toll is what was claimed, and still stood.</summary>
    private void AddToll(int row, ClaimTopic topic, Dictionary<int, Toll> tolls)
    {
        var (from, to) = _claims.Of(row);
        var (isLater, hasDated) = (false, false);
        for (var claim = from; claim < to; claim++)
        {
            if (_claims.MarksOf(claim).Topic == topic)
            {
                isLater |= !Has(claim, row);
                hasDated |= Counts(claim, row) && _claims.Days[claim] > 0;
            }
        }

        if (!isLater)
        {
            return;
        }

        List<(ClaimedNumber?, ClaimStatus)> figures = [];
        for (var claim = from; claim < to; claim++)
        {
            if (_claims.MarksOf(claim) is var marks && marks.Topic == topic && Counts(claim, row) && (!hasDated || _claims.Days[claim] > 0))
            {
                figures.Add((_claims.FigureOf(claim)?.ToNumber(), marks.Status));
            }
        }

        tolls[row] = ClaimedToll.Of(figures);
    }

    /// <summary>True where it was made by then and still stood.</summary>
    private bool Counts(int claim, int row) =>
        Has(claim, row) && (!_claims.MarksOf(claim).HasTurned || _claims.StandsOn(claim, Day));
}
