namespace Dashboard.Index.Claims;

/// <summary>Counts of how many rows each lens makes a claim; of those that cannot be among the first, it does not look.</summary>
internal sealed class LensCounter
{
    private readonly IndexColumns _columns;
    private readonly KnownDay? _day;
    private readonly Bitmap _settled;
    private readonly Bitmap? _unsettled;

    /// <param name="rows">What is counted: rows that are known on the day.</param>
    /// <param name="day">Null for all that is known.</param>
    public LensCounter(IndexColumns columns, Bitmap rows, KnownDay? day)
    {
        (_columns, _day, _settled) = (columns, day, rows);
        if (day is not null)
        {
            (_settled, _unsettled) = (rows.Copy(), rows.Copy());
            _settled.IntersectWith(day.Unsettled.Others());
            _unsettled.IntersectWith(day.Unsettled);
        }
    }

    /// <summary>Actors, each with the claims of all below it; the fullest first.</summary>
    public IEnumerable<LensCount> Actors(int most)
    {
        var claimants = _columns.Claimants.Names;
        string[][] lensesOf = [.. claimants.Select(id => _columns.Actors.AtAndAbove(id).ToArray())];
        var values = lensesOf.Index().SelectMany(claimant => claimant.Item.Select(lens => (Lens: lens, Value: claimant.Index))).GroupBy(pair => pair.Lens, pair => pair.Value);
        return Fullest(LensKind.Actor, _columns.Claimants, values, most, claim => _columns.Claims.Claimants[claim] is > 0 and var claimant ? lensesOf[claimant - 1] : []);
    }

    /// <summary>Sources; the fullest first.</summary>
    public IEnumerable<LensCount> Sources(int most)
    {
        var names = _columns.ClaimSources.Names;
        var values = names.Index().GroupBy(source => source.Item, source => source.Index);
        return Fullest(LensKind.Source, _columns.ClaimSources, values, most, claim => [names[(int)_columns.Claims.Sources[claim]]]);
    }

    private IEnumerable<LensCount> Fullest(LensKind kind, FacetIndex facet, IEnumerable<IGrouping<string, int>> lenses, int most, Func<int, IEnumerable<string>> lensesOf)
    {
        var ofUnsettled = CountUnsettled(lensesOf);
        var fullest = new PriorityQueue<string, int>();
        var counts = new Dictionary<string, int>();
        foreach (var (lens, values, atMost) in lenses.Select(lens => (lens.Key, lens.ToArray(), AtMost: lens.Sum(facet.CountOf))).OrderByDescending(lens => lens.AtMost).ThenBy(lens => lens.Key, StringComparer.Ordinal))
        {
            if (fullest.Count == most && fullest.TryPeek(out _, out var least) && atMost <= least)
            {
                break;
            }

            var count = ofUnsettled.GetValueOrDefault(lens) + (values.Length == 1 ? facet.CountWith(values[0], _settled) : facet.RowsOf(values).CountWith(_settled));
            if (count > 0)
            {
                counts[lens] = count;
                fullest.Enqueue(lens, count);
                if (fullest.Count > most)
                {
                    fullest.Dequeue();
                }
            }
        }

        return fullest.UnorderedItems
            .Select(item => new LensCount(new LensKey(kind, item.Element, LabelOf(kind, item.Element)), counts[item.Element]))
            .OrderByDescending(lens => lens.Mentions).ThenBy(lens => lens.Lens.Label, StringComparer.OrdinalIgnoreCase).ThenBy(lens => lens.Lens.Id, StringComparer.Ordinal);
    }

    private string LabelOf(LensKind kind, string id) => (kind == LensKind.Actor ? _columns.Actors.NameOf(id) : _columns.ClaimSources.LabelOf(id)) ?? id;

    private Dictionary<string, int> CountUnsettled(Func<int, IEnumerable<string>> lensesOf)
    {
        var (counts, made) = (new Dictionary<string, int>(), new HashSet<string>());
        foreach (var row in _unsettled?.Rows() ?? [])
        {
            made.Clear();
            var (from, to) = _columns.Claims.Of(row);
            for (var claim = from; claim < to; claim++)
            {
                if (_day!.Has(claim, row) && !_columns.Claims.MarksOf(claim).IsCarrierOnly)
                {
                    made.UnionWith(lensesOf(claim));
                }
            }

            foreach (var lens in made)
            {
                counts[lens] = counts.GetValueOrDefault(lens) + 1;
            }
        }

        return counts;
    }
}
