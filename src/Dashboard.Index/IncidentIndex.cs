using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Index.Claims;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>
/// One revision of all datasets, in memory: what filters, counts and orders. Immutable, and safe to ask from many
/// threads at once. Each incident and each lead is a row; a query is answered by intersecting sets of rows, one for each
/// facet. Leads are left out of every answer unless the query asks for them.
/// </summary>
public sealed class IncidentIndex
{
    /// <summary>What is known less precisely is a region on the map, not a mark.</summary>
    private const double ExactMetres = 5_000;

    private readonly IndexColumns _columns;
    private readonly Bitmap _incidents;
    private readonly Dictionary<SortOrder, SortedColumn> _sorted;
    private readonly Lenses _lenses;
    private readonly KnownDays _days;
    private readonly QueryRows _queries;
    private readonly Lazy<Knowledge?> _knowledge;
    private readonly BandCounter _killed;
    private readonly BandCounter _injured;

    /// <summary>The rows that are drawn and known to lie where they are drawn.</summary>
    private readonly Lazy<Bitmap> _exact;

    internal IncidentIndex(long revision, IndexColumns columns)
    {
        (Revision, _columns) = (revision, columns);
        Leads = columns.Leads.Count();
        _incidents = Leads == 0 ? columns.Everything : columns.Leads.Others();
        _sorted = new()
        {
            [SortOrder.Time] = new StartOrder(columns.Times),
            [SortOrder.Title] = columns.TitlesAndPlaces.First,
            [SortOrder.Kind] = new KindOrder(columns.Kinds),
            [SortOrder.Place] = columns.TitlesAndPlaces.Second,
            [SortOrder.Killed] = columns.Killed.Order,
            [SortOrder.Injured] = columns.Injured.Order,
        };
        _lenses = new Lenses(columns);
        _days = new KnownDays(columns.Claims, [.. Enum.GetValues<ClaimStatus>().Select(status => columns.Statuses.NumberOf(ViewStateCodec.Word(status)) ?? -1)]);
        (_killed, _injured) = (new BandCounter(columns.Claims, ClaimTopic.Killed, columns.Killed), new BandCounter(columns.Claims, ClaimTopic.Injured, columns.Injured));
        _queries = new QueryRows(columns, _incidents, _lenses, _days);
        _knowledge = new Lazy<Knowledge?>(() => KnowledgeCounts.Of(columns.Claims, _incidents, _days.Last));
        _exact = new Lazy<Bitmap>(Exact);
        Coverage = Stretch.Of(columns.Coverages.Select(dataset => (TimeWindow?)dataset.Coverage));
    }

    public long Revision { get; }

    /// <summary>What it is made of, for whoever keeps it.</summary>
    internal IndexColumns Columns => _columns;

    /// <summary>How many incidents there are in all, leads apart.</summary>
    public int Total => _columns.Order.Count - Leads;

    /// <summary>How many leads there are in all.</summary>
    public int Leads { get; }

    /// <summary>What its parts take, apart from what answers leave behind.</summary>
    public IReadOnlyList<PartSize> Sizes => _columns.Sizes();

    /// <summary>From the first to the last time that any dataset covers; null without a dataset.</summary>
    public TimeWindow? Coverage { get; }

    /// <summary>What each dataset covers, in their order.</summary>
    public ValueList<DatasetCoverage> Coverages => _columns.Coverages;

    /// <summary>From the first to the last time of any dated incident, leads apart; all of them meet it. Null when none is dated.</summary>
    public TimeWindow? Extent => ExtentWith(LeadView.Hidden);

    /// <summary>The extent of what a query asks about: incidents, leads, or both.</summary>
    public TimeWindow? ExtentWith(LeadView leads) => leads switch
    {
        LeadView.Hidden => _columns.Incidents,
        LeadView.Only => _columns.LeadsOnly,
        _ => Stretch.Of([_columns.Incidents, _columns.LeadsOnly]),
    };

    /// <summary>The incidents that the query asks for.</summary>
    /// <param name="textMatches">Numbers, ascending, of the incidents that the query's text was found in; null leaves the text out.</param>
    public IncidentSet Find(IncidentQuery query, IReadOnlyList<long>? textMatches) =>
        SetOf(_queries.Select(query, textMatches).Rows(), _days.On(query.AsOf), _queries.Mentioned(query));

    /// <summary>Those of the set that have a drawn point in a box.</summary>
    public IncidentSet Within(IncidentSet set, GeoBox box)
    {
        var rows = RowsOf(set).Copy();
        rows.IntersectWith(_columns.Map.Points.Within(box)!);
        return SetOf(rows, set.Day, set.MentionedRows);
    }

    /// <summary>The lens of an id: of the actor that has it, else of the source; null for an id that nobody has.</summary>
    public LensKey? FindLens(string id) => _lenses.Find(id);

    /// <summary>True where a claim is the lens's: of its actor or of one below it, or carried by its source.</summary>
    public bool IsOf(LensKey lens, Claim claim) => _lenses.IsOf(lens, claim);

    /// <summary>Through whom the set can be seen: actors, each with the claims of all below it, then sources; of each the fullest first.</summary>
    /// <param name="most">How many actors, and how many sources.</param>
    public IReadOnlyList<LensCount> Lenses(IncidentSet set, int most)
    {
        var counter = new LensCounter(_columns, RowsOf(set), set.Day);
        return [.. counter.Actors(most), .. counter.Sources(most)];
    }

    /// <summary>Which of some incidents the query's lens mentions, as far as is known on its day; none without a lens.</summary>
    public IReadOnlySet<long> Mentioned(IncidentQuery query, IReadOnlyList<long> numbers)
    {
        if (_queries.Mentioned(query) is not { } mentioned)
        {
            return new HashSet<long>();
        }

        mentioned.IntersectWith(_columns.Order.Rows([.. numbers.Order()]));
        return mentioned.Rows().Select(_columns.Order.NumberOf).ToHashSet();
    }

    /// <summary>How many were killed and injured in the incidents of the set, from the lowest to the highest figure that is known on its day.</summary>
    /// <param name="query">Whose lens is summed apart; the one that the set was found with.</param>
    public TollBands Bands(IncidentSet set, IncidentQuery query)
    {
        var rows = RowsOf(set);
        (LensClaims, Bitmap)? lens = _queries.LensOf(query) is { } key ? (_lenses.ClaimsOf(key), _lenses.Mentioned(key, set.Day)) : null;
        return new TollBands(_killed.Count(rows, set.Day, lens), _injured.Count(rows, set.Day, lens));
    }

    /// <summary>How many claims about the incidents of the set were made after a day.</summary>
    public int ClaimsAfter(IncidentSet set, DateOnly day)
    {
        var (claims, count) = (_columns.Claims, 0);
        var last = day.DayNumber - claims.DayZero;
        foreach (var row in RowsOf(set).Rows())
        {
            var (from, to) = claims.Of(row);
            for (var claim = from; claim < to; claim++)
            {
                count += !claims.MarksOf(claim).IsCarrierOnly && claims.DayOf(claim, row) > Math.Max(0, last) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>When things became known; null where nothing has a day.</summary>
    public Knowledge? Knowledge => _knowledge.Value;

    /// <summary>The incidents of which a claim is by this actor, whether it is involved or not; leads apart.</summary>
    public IncidentSet ClaimedBy(string actorId)
    {
        var rows = _columns.Claimants.Any([actorId])!;
        rows.IntersectWith(_incidents);
        return SetOf(rows, null, null);
    }

    /// <summary>Where an actor stands among the others, each with its incidents, leads apart; null for an id that nobody has.</summary>
    public ActorLineage? Lineage(string actorId) => _columns.Actors.Lineage(actorId, _incidents);

    /// <summary>The incidents with a drawn point within a radius of a point, leads apart; with how far the nearest are away.</summary>
    /// <param name="take">How many of the nearest are told.</param>
    public Nearby Near(GeoPoint centre, double metres, int take)
    {
        var circle = new Circle(centre, metres);
        var rows = _columns.Map.Points.Within(circle.Box)!;
        rows.IntersectWith(_incidents);
        var distances = _columns.Map.Points.Distances(rows, circle);
        var inside = new Bitmap(rows.Length);
        foreach (var (row, _) in distances)
        {
            inside.Set(row);
        }

        var nearest = distances.OrderBy(pair => pair.Metres).ThenBy(pair => pair.Row).Take(take);
        return new Nearby(SetOf(inside, null, null), [.. nearest.Select(pair => new NearIncident(_columns.Order.NumberOf(pair.Row), pair.Metres))]);
    }

    /// <summary>How many incidents of the set begin in each week, month or year, by kind.</summary>
    public Histogram Histogram(IncidentSet set) => Dashboard.Index.Histogram.Of(_columns, RowsOf(set), set.Undated);

    /// <summary>What each option of each facet would leave of the incidents that the query asks for, its own facet left out.</summary>
    /// <param name="textMatches">As for <see cref="Find"/>.</param>
    public FacetCounts Count(IncidentQuery query, IReadOnlyList<long>? textMatches)
    {
        var (selection, day) = (_queries.Select(query, textMatches), _days.On(query.AsOf));
        var (kinds, furtherKinds) = _columns.Kinds.Count(selection.Rows(without: Facet.Kind), query.Leads, query.Kinds);
        var (actors, furtherActors) = _columns.Actors.Count(selection.Rows(without: Facet.Actor), query.Leads, query.Actors);
        var (countries, furtherCountries) = _columns.Countries.Count(selection.Rows(without: Facet.Country), query.Leads, query.Countries);
        var (sources, furtherSources) = _columns.Sources.Count(selection.Rows(without: Facet.Source), query.Leads, query.Sources, day?.Sources);
        var (statuses, _) = _columns.Statuses.Count(selection.Rows(without: Facet.Status), query.Leads, QueryRows.Words(query), day?.Statuses);
        return new FacetCounts(
            kinds,
            actors,
            countries,
            sources,
            statuses,
            _columns.Datasets.CountAll(selection.Rows(without: Facet.Dataset), query.Leads),
            new PrecisionCounts(PlaceDemands(selection.Rows(without: Facet.Precision)), TimeDemands(selection.Rows(without: Facet.TimePrecision))),
            Leads == 0 ? 0 : selection.RowsOf(_columns.Leads).Count(),
            new OptionsLeftOut(furtherKinds, furtherActors, furtherCountries, furtherSources));
    }

    /// <summary>Numbers of the incidents of the set, in the order asked for, from <paramref name="skip"/> on.</summary>
    public IReadOnlyList<long> Page(IncidentSet set, SortOrder sort, bool descending, int skip, int take)
    {
        var rows = RowsOf(set);
        var wanted = (int)Math.Min((long)skip + take, set.Count) - skip;
        return wanted <= 0 ? [] : [.. Sorted(sort, set.Day).Rows(rows, set.Count, descending).Skip(skip).Take(wanted).Select(_columns.Order.NumberOf)];
    }

    /// <summary>Numbers of all the incidents of the set by start, the undated last.</summary>
    public IReadOnlyList<long> Numbers(IncidentSet set) => [.. RowsOf(set).Rows().Select(_columns.Order.NumberOf)];

    /// <summary>Numbers of the first incidents of the set that the map cannot draw, by start, the undated last.</summary>
    public IReadOnlyList<long> Unplaced(IncidentSet set, int take)
    {
        var placed = _columns.Map.Points.Placed;
        return [.. RowsOf(set).Rows().Where(row => !placed[row]).Take(Math.Min(take, set.NotPlaced)).Select(_columns.Order.NumberOf)];
    }

    /// <summary>The points of the incidents that the query asks for, in one square of the map. The query's window is left out.</summary>
    /// <param name="textMatches">As for <see cref="Find"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    public TimeTile Tile(IncidentQuery query, IReadOnlyList<long>? textMatches, TileAddress tile, TimeEdges edges, TileGroup by, CancellationToken stop) =>
        Tiles(query, textMatches, by, stop).Tile(tile, edges);

    /// <summary>How much there is in <see cref="Tile"/> at least, told in a fraction of the time; null where it is not known without counting, or little.</summary>
    /// <inheritdoc cref="Tile"/>
    public FewestStarts? FewestStarts(IncidentQuery query, IReadOnlyList<long>? textMatches, TileAddress tile, TimeEdges edges, TileGroup by, CancellationToken stop) =>
        Tiles(query, textMatches, by, stop).Fewest(new CellBox(tile), edges);

    /// <summary>The incidents that the query asks for, over time. The query's window is left out.</summary>
    /// <param name="textMatches">As for <see cref="Find"/>.</param>
    public TimeTile Times(IncidentQuery query, IReadOnlyList<long>? textMatches, TimeEdges edges, TileGroup by, CancellationToken stop) =>
        Tiles(query, textMatches, by, stop).Times(edges);

    /// <summary>The points of the incidents that the query asks for, all over the world, in cells and stretches that are coarse enough to be sent ahead.</summary>
    /// <inheritdoc cref="Times"/>
    public TimeTile Overview(IncidentQuery query, IReadOnlyList<long>? textMatches, TileGroup by, CancellationToken stop) =>
        new Overview(_columns, _queries.Asked(query, textMatches), by, stop).Around(ExtentWith(query.Leads));

    /// <summary>The points of the incidents that the query asks for, its window too, in a part of the map: what a picture of it shows.</summary>
    /// <param name="textMatches">As for <see cref="Find"/>.</param>
    /// <param name="most">How many stretches of time there may be.</param>
    /// <exception cref="ArgumentOutOfRangeException">The view is wider than the world, empty, too large, or too deep.</exception>
    public GridCounts Grid(IncidentQuery query, IReadOnlyList<long>? textMatches, GridView view, int most, CancellationToken stop)
    {
        var (extent, window) = (ExtentWith(query.Leads), query.Window);
        var (from, to) = (window.From ?? extent?.From, window.To ?? extent?.To);
        var shown = from < to ? new TimeWindow(from, to) : (TimeWindow?)null;
        return new GridCounter(_columns, _queries.Asked(query, textMatches), window, TimeEdges.Around(shown, most), stop).Count(view);
    }

    private SortedColumn Sorted(SortOrder sort, KnownDay? day) => (sort, day) switch
    {
        (SortOrder.Killed, { Killed: var then }) => new TollOrderOn(_columns.Killed, then),
        (SortOrder.Injured, { Injured: var then }) => new TollOrderOn(_columns.Injured, then),
        _ => _sorted[sort],
    };

    private TileCounter Tiles(IncidentQuery query, IReadOnlyList<long>? textMatches, TileGroup by, CancellationToken stop) =>
        new(_columns, _queries.Asked(query, textMatches), by, stop);

    private IncidentSet SetOf(Bitmap rows, KnownDay? day, Bitmap? mentioned)
    {
        var (count, placed) = (rows.Count(), rows.CountWith(_columns.Map.Points.Placed));
        return new IncidentSet(this, rows)
        {
            Leads = rows.CountWith(_columns.Leads),
            Undated = count - rows.CountWith(_columns.Times.Dated),
            Approximate = placed - rows.CountWith(_exact.Value),
            NotPlaced = count - placed,
            Mentioned = mentioned is null ? null : rows.CountWith(mentioned),
            Day = day,
            MentionedRows = mentioned,
        };
    }

    private Bitmap Exact()
    {
        var rows = _columns.Precisions.AtLeast(ExactMetres)!.Copy();
        rows.IntersectWith(_columns.Map.Points.Placed);
        return rows;
    }

    private ValueList<PlaceDemand> PlaceDemands(Bitmap rows) => PrecisionCounts.Metres
        .Select(metres => new PlaceDemand(metres, rows.CountWith(_columns.Precisions.AtLeast(metres)!)))
        .Append(new PlaceDemand(null, rows.Count()))
        .ToValueList();

    private ValueList<TimeDemand> TimeDemands(Bitmap rows) => PrecisionCounts.Units
        .Select(unit => new TimeDemand(unit, rows.CountWith(_columns.TimePrecisions.AtLeast((double)unit)!)))
        .Append(new TimeDemand(null, rows.Count()))
        .ToValueList();

    private Bitmap RowsOf(IncidentSet set) =>
        set.Index == this ? set.Rows : throw new ArgumentException("the set belongs to another revision of the index", nameof(set));
}
