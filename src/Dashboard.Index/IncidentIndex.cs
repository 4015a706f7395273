using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>
/// One revision of all datasets, in memory: what filters, counts and orders. Immutable, and safe to ask from many
/// threads at once. Each incident is a row; a query is answered by intersecting sets of rows, one for each facet.
/// </summary>
public sealed class IncidentIndex
{
    private readonly Incident[] _incidents;
    private readonly Dictionary<string, int> _rowById;
    private readonly TimeColumns _times;
    private readonly PointColumns _points;
    private readonly PrecisionColumn _precisions;
    private readonly SortedRows _sorted;
    private readonly FacetIndex _kinds;
    private readonly ActorIndex _actors;
    private readonly FacetIndex _countries;
    private readonly FacetIndex _sources;
    private readonly FacetIndex _statuses;
    private readonly RowsByValue _datasets;

    private IncidentIndex(long revision, IReadOnlyList<Dataset> datasets)
    {
        Revision = revision;
        var entries = Entry.Collect(datasets);
        _incidents = Array.ConvertAll(entries, entry => entry.Incident);
        _rowById = _incidents.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        _times = new TimeColumns(entries);
        _points = new PointColumns(entries);
        _precisions = new PrecisionColumn(entries);
        _sorted = new SortedRows(entries);
        _kinds = new FacetIndex(entries, entry => [entry.Incident.Kind.Key], key => new IncidentKind(key).Label);
        _actors = new ActorIndex(entries, datasets);
        _countries = new FacetIndex(entries, entry => entry.Places.Select(place => place.Country).OfType<string>(), Countries.Name);
        _sources = new FacetIndex(entries, entry => entry.SourceIds, SourceLabels.For(datasets));
        _statuses = new FacetIndex(entries, entry => entry.Claims.Select(claim => ViewStateCodec.Word(claim.Status)), Capitalised);
        _datasets = new RowsByValue(entries, entry => [entry.Dataset]);
        Coverage = Stretch.OfCoverage(datasets);
        Extent = Stretch.OfOccurrences(_incidents.Select(incident => incident.Occurrence).OfType<Occurrence>());
    }

    public long Revision { get; }

    /// <summary>How many incidents there are in all.</summary>
    public int Total => _incidents.Length;

    /// <summary>From the first to the last time that any dataset covers; null without a dataset.</summary>
    public TimeWindow? Coverage { get; }

    /// <summary>From the first to the last time of any dated incident, all of which meet it; null when none is dated.</summary>
    public TimeWindow? Extent { get; }

    /// <exception cref="RefusedException">A reference leads nowhere, two incidents share an id or a slug, or an actor stands above itself.</exception>
    public static IncidentIndex Build(long revision, IReadOnlyList<Dataset> datasets) => new(revision, datasets);

    /// <summary>The incidents that the query asks for.</summary>
    /// <param name="textMatches">Ids of the incidents that the query's text was found in; null leaves the text out.</param>
    public IncidentSet Find(IncidentQuery query, IReadOnlySet<string>? textMatches)
    {
        var rows = Select(query, textMatches).Rows();
        var count = rows.Count();
        return new IncidentSet(this, rows, count, count - rows.CountWith(_times.Dated), count - rows.CountWith(_points.Placed));
    }

    /// <summary>What each option of each facet would leave of the incidents that the query asks for, its own facet left out.</summary>
    /// <param name="textMatches">As for <see cref="Find"/>.</param>
    public FacetCounts Count(IncidentQuery query, IReadOnlySet<string>? textMatches)
    {
        var selection = Select(query, textMatches);
        return new FacetCounts(
            _kinds.Count(selection.Rows(without: Facet.Kind)),
            _actors.Count(selection.Rows(without: Facet.Actor)),
            _countries.Count(selection.Rows(without: Facet.Country)),
            _sources.Count(selection.Rows(without: Facet.Source)),
            _statuses.Count(selection.Rows(without: Facet.Status)));
    }

    /// <summary>Ids of the incidents of the set, in the order asked for, from <paramref name="skip"/> on.</summary>
    public IReadOnlyList<string> Page(IncidentSet set, SortOrder sort, bool descending, int skip, int take)
    {
        var rows = RowsOf(set);
        return [.. _sorted.By(sort, descending).Where(row => rows[row]).Skip(skip).Take(take).Select(row => _incidents[row].Id)];
    }

    /// <summary>The incidents of the set by start, the undated last.</summary>
    public IReadOnlyList<Incident> Incidents(IncidentSet set) => [.. RowsOf(set).Rows().Select(row => _incidents[row])];

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private Bitmap RowsOf(IncidentSet set) =>
        set.Index == this ? set.Rows : throw new ArgumentException("the set belongs to another revision of the index", nameof(set));

    private Selection Select(IncidentQuery query, IReadOnlySet<string>? textMatches) => new(Total)
    {
        [Facet.Time] = _times.Meeting(query.Window),
        [Facet.Kind] = _kinds.Any(query.Kinds),
        [Facet.Actor] = _actors.Any(query.Actors),
        [Facet.Country] = _countries.Any(query.Countries),
        [Facet.Source] = _sources.Any(query.Sources),
        [Facet.Status] = _statuses.Any([.. query.Statuses.Select(status => ViewStateCodec.Word(status))]),
        [Facet.Text] = query.Text is null ? null : Matching(textMatches),
        [Facet.Area] = _points.Within(query.Area),
        [Facet.Precision] = _precisions.AtLeast(query.PrecisionMetres),
        [Facet.Dataset] = _datasets.Any(query.Datasets),
    };

    private Bitmap? Matching(IReadOnlySet<string>? ids)
    {
        if (ids is null)
        {
            return null;
        }

        var rows = new Bitmap(Total);
        foreach (var id in ids)
        {
            if (_rowById.TryGetValue(id, out var row))
            {
                rows.Set(row);
            }
        }

        return rows;
    }
}
