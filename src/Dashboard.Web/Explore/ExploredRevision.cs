using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Index;
using Dashboard.Index.Tiles;
using Dashboard.Web.Datasets;
using Dashboard.Web.KnownThen;

namespace Dashboard.Web.Explore;

/// <summary>
/// One revision, to be asked. The one place that knows who answers what: the store finds text and tells everything about
/// few incidents, the index does all the rest. Whatever is committed meanwhile, all its numbers are of this revision:
/// the store closes rows and never changes them, so that a number leads to what it always led to.
/// </summary>
public sealed class ExploredRevision
{
    /// <summary>A view has few incidents up to here: they are drawn one by one, each of them sent.</summary>
    public const int FewIncidents = 2_000;

    private const long KeptBytes = 48 * 1024 * 1024;
    private const int DrawnAtOnce = 500;

    private readonly DashboardStore _store;
    private readonly FoundTexts _texts;

    /// <summary>True when its index is in the file that is kept.</summary>
    private bool _isKept;

    private ExploredRevision(DashboardStore store, string name, KnownDatasets datasets, IncidentIndex index, long? earlier = null) =>
        (_store, _texts, RevisionName, Datasets, Index, Earlier) =
        (store, new FoundTexts(text => store.FindByText(text, index.Revision)), name, datasets, index, earlier);

    public IncidentIndex Index { get; }

    public KnownDatasets Datasets { get; }

    /// <summary>What the store is asked about: null for what holds, else this revision.</summary>
    internal long? Earlier { get; }

    /// <summary>Where it is kept, among all the others.</summary>
    internal DashboardStore Store => _store;

    /// <summary>What the revision is called in the addresses of its data; see <see cref="RevisionStamp"/>.</summary>
    public string RevisionName { get; }

    /// <summary>The days on which anything became known; null where nothing tells one.</summary>
    public KnownDays? Days => field ??= KnownDays.Of(Index.Knowledge, _store.Revisions.Last(KnownDays.MostRevisions));

    /// <summary>Answers that are dear to work out and asked for often.</summary>
    public AnswerCache Answers { get; } = new(KeptBytes);

    /// <summary>The last revision of the store, with its index as it was kept, or else made anew.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static ExploredRevision Last(DashboardStore store, CancellationToken stop) => store.Read(reader =>
    {
        var name = RevisionStamp.NameOf(reader.RevisionName);
        var kept = KeptIndex.Open(store, name);
        return new ExploredRevision(store, name, new KnownDatasets(reader.Datasets), kept ?? BuildIndex(reader, stop)) { _isKept = kept is not null };
    });

    /// <summary>The last revision of the store, if its index was kept; it is there at once then.</summary>
    public static ExploredRevision? Kept(DashboardStore store) => store.Read(reader =>
    {
        var name = RevisionStamp.NameOf(reader.RevisionName);
        return KeptIndex.Open(store, name) is { } index ? new ExploredRevision(store, name, new KnownDatasets(reader.Datasets), index) { _isKept = true } : null;
    });

    /// <summary>An earlier revision as it was, with its index made anew.</summary>
    /// <param name="revision">It is committed.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static ExploredRevision At(DashboardStore store, long revision, CancellationToken stop) => store.Read(
        reader =>
        {
            var index = BuildIndex(reader, stop);
            var datasets = new KnownDatasets([.. reader.Descriptions.Select(description => Counted(index, description))]);
            return new ExploredRevision(store, RevisionStamp.NameOf(reader.RevisionName), datasets, index, revision);
        },
        revision);

    /// <summary>Asks the store about this revision, or about what holds where it is the present one.</summary>
    public T Read<T>(Func<StoreReader, T> read) => _store.Read(read, Earlier);

    /// <summary>Keeps the index for the next start, where making it takes a while. One revision at a time.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Keep()
    {
        if (!_isKept)
        {
            KeptIndex.Write(_store, RevisionName, Index);
            _isKept = true;
        }
    }

    /// <summary>The incidents that the query asks for.</summary>
    public IncidentSet Find(IncidentQuery query) => Index.Find(Settled(query), TextMatches(query));

    /// <summary>How many incidents there are, and how many leads, whatever is asked.</summary>
    /// <param name="day">The day by which something was known of them; null for all.</param>
    public (int Incidents, int Leads) Totals(DateOnly? day)
    {
        if (day is null)
        {
            return (Index.Total, Index.Leads);
        }

        var all = Index.Find(IncidentQuery.All with { AsOf = day, Leads = LeadView.Shown }, null);
        return (all.Count - all.Leads, all.Leads);
    }

    /// <summary>The incident of this slug, if the query asks for it.</summary>
    public IncidentSet FindOne(IncidentQuery query, string slug)
    {
        var number = FindIncident(slug)?.Number;
        var isMatch = number is not null && (TextMatches(query) is not { } matches || IsAmong(matches, number.Value));
        // To the index it is the only one whose text matches.
        return Index.Find(Settled(query) with { Text = query.Text ?? slug }, isMatch ? [number!.Value] : []);
    }

    /// <summary>Those of the incidents that the query asks for.</summary>
    /// <param name="numbers">Ascending.</param>
    public IncidentSet Among(IncidentQuery query, IReadOnlyList<long> numbers)
    {
        var matches = TextMatches(query);
        // To the index they are the only ones whose text matches.
        return Index.Find(Settled(query) with { Text = query.Text ?? "these" }, matches is null ? numbers : [.. numbers.Where(number => IsAmong(matches, number))]);
    }

    /// <summary>The incidents that the query asks for, and what each option of each facet would leave of them.</summary>
    public (IncidentSet Found, FacetCounts Counts) Explore(IncidentQuery query)
    {
        var (settled, textMatches) = (Settled(query), TextMatches(query));
        return (Index.Find(settled, textMatches), Index.Count(settled, textMatches));
    }

    /// <inheritdoc cref="IncidentIndex.Bands"/>
    public TollBands Bands(IncidentSet set, IncidentQuery query) => Index.Bands(set, Settled(query));

    /// <inheritdoc cref="IncidentIndex.Mentioned(IncidentQuery, IReadOnlyList{long})"/>
    public IReadOnlySet<long> Mentioned(IncidentQuery query, IReadOnlyList<long> numbers) => Index.Mentioned(Settled(query), numbers);

    /// <summary>The names of what a query asks for, with counts that say nothing: what is found is not looked at.</summary>
    public FacetCounts Names(IncidentQuery query) => Index.Count(query with { Text = "names" }, textMatches: []);

    /// <inheritdoc cref="IncidentIndex.Tile"/>
    public TimeTile Tile(IncidentQuery query, TileAddress tile, TimeEdges edges, TileGroup by, CancellationToken stop) =>
        Index.Tile(Settled(query), TextMatches(query, stop), tile, edges, by, stop);

    /// <inheritdoc cref="IncidentIndex.FewestStarts"/>
    public FewestStarts? FewestStarts(IncidentQuery query, TileAddress tile, TimeEdges edges, TileGroup by, CancellationToken stop) =>
        Index.FewestStarts(Settled(query), TextMatches(query, stop), tile, edges, by, stop);

    /// <inheritdoc cref="IncidentIndex.Times"/>
    public TimeTile Times(IncidentQuery query, TimeEdges edges, TileGroup by, CancellationToken stop) =>
        Index.Times(Settled(query), TextMatches(query, stop), edges, by, stop);

    /// <inheritdoc cref="IncidentIndex.Overview"/>
    public TimeTile Overview(IncidentQuery query, TileGroup by, CancellationToken stop) => Index.Overview(Settled(query), TextMatches(query, stop), by, stop);

    /// <inheritdoc cref="IncidentIndex.Grid"/>
    public GridCounts Grid(IncidentQuery query, GridView view, CancellationToken stop) => Index.Grid(query, TextMatches(query, stop), view, most: 1, stop);

    /// <summary>The lines of the list for some of the incidents, in the order asked for.</summary>
    /// <param name="take">At most <see cref="DashboardStore.MostSummaries"/>.</param>
    public IReadOnlyList<IncidentSummary> List(IncidentSet found, SortOrder sort, bool descending, int skip, int take) =>
        _store.ReadSummaries(Index.Page(found, sort, descending, skip, take), Earlier);

    /// <summary>All claims about some incidents, by their numbers.</summary>
    /// <param name="numbers">At most <see cref="DashboardStore.MostSummaries"/>.</param>
    public IReadOnlyDictionary<long, ValueList<Claim>> Claims(IReadOnlyList<long> numbers) => _store.ReadClaims(numbers);

    /// <summary>The lines for the first incidents that the map cannot draw.</summary>
    /// <inheritdoc cref="List"/>
    public IReadOnlyList<IncidentSummary> ListUnplaced(IncidentSet found, int take) => _store.ReadSummaries(Index.Unplaced(found, take), Earlier);

    /// <summary>All the incidents as they are drawn, by start, the undated last.</summary>
    /// <param name="found">At most <see cref="DashboardStore.MostDrawn"/>.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public IReadOnlyList<DrawnIncident> Draw(IncidentSet found, CancellationToken stop) => [.. Index.Numbers(found).Chunk(DrawnAtOnce).SelectMany(numbers =>
    {
        stop.ThrowIfCancellationRequested();
        return _store.ReadDrawn(numbers, Earlier);
    })];

    /// <summary>The relations between the incidents, as they hold now, or held at an earlier revision.</summary>
    /// <param name="found">At most <see cref="DashboardStore.MostDrawn"/>.</param>
    /// <param name="day">The day whose knowledge is asked for; null for all.</param>
    public IReadOnlyList<JoinedRelation> Relations(IncidentSet found, int most, DateOnly? day)
    {
        var relations = _store.ReadRelations(Index.Numbers(found), most, Earlier);
        return day is { } known ? KnownRelations.Of(this, known, relations) : relations;
    }

    /// <summary>The chain of action and response that an incident stands in; null when there is no such incident, or nothing was known of it.</summary>
    /// <param name="day">The day whose knowledge is asked for; null for all.</param>
    public IncidentChain? Chain(string slug, DateOnly? day)
    {
        var chain = _store.ReadChain(slug, Earlier);
        return chain is not null && day is { } known ? KnownRelations.Of(this, known, chain) : chain;
    }

    /// <summary>What is known now about the incident of this slug, or was at an earlier revision; null when there is none.</summary>
    public IncidentRecord? FindIncident(string slug) => _store.FindIncident(slug, Earlier);

    /// <summary>From today on everything is known, whatever is dated in the future.</summary>
    private static IncidentQuery Settled(IncidentQuery query) =>
        query.AsOf >= DateOnly.FromDateTime(DateTime.UtcNow) ? query with { AsOf = null } : query;

    private static IncidentIndex BuildIndex(StoreReader reader, CancellationToken stop)
    {
        var builder = new IndexBuilder(reader.Revision, [.. reader.Descriptions.Select(description => Names(reader, description))]);
        foreach (var facts in reader.Facts())
        {
            stop.ThrowIfCancellationRequested();
            builder.Add(facts);
        }

        return builder.Build();
    }

    private static DatasetSummary Counted(IncidentIndex index, DatasetDescription description)
    {
        var all = index.Find(IncidentQuery.All with { Datasets = [description.Slug], Leads = LeadView.Shown }, null);
        return new DatasetSummary(description, all.Count - all.Leads, all.Leads);
    }

    private static IndexedDataset Names(StoreReader reader, DatasetDescription description) =>
        new(description, reader.Actors(description.Slug), reader.Sources(description.Slug));

    private static bool IsAmong(long[] ascending, long number) => Array.BinarySearch(ascending, number) >= 0;

    private long[]? TextMatches(IncidentQuery query, CancellationToken stop = default) => query.Text is { } text ? _texts.Of(text, stop) : null;
}
