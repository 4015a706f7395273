using Dashboard.Domain.Querying;
using Dashboard.Index.Claims;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>Which rows a query asks about: a set for each facet, its lens and its day among them.</summary>
/// <param name="incidents">The rows that are no leads.</param>
internal sealed class QueryRows(IndexColumns columns, Bitmap incidents, Lenses lenses, KnownDays days)
{
    private readonly AskedLately _lately = new(columns.Order.Count);

    /// <summary>Null without a lens, or with one that nobody has.</summary>
    public LensKey? LensOf(IncidentQuery query) => query.Lens is { } id ? lenses.Find(id) : null;

    /// <summary>All rows of which the query's lens makes a claim; null without a lens.</summary>
    public Bitmap? Mentioned(IncidentQuery query) => LensOf(query) is { } lens ? lenses.Mentioned(lens, days.On(query.AsOf)) : null;

    /// <param name="textMatches">As for <see cref="IncidentIndex.Find"/>.</param>
    public Selection Select(IncidentQuery query, IReadOnlyList<long>? textMatches)
    {
        var day = days.On(query.AsOf);
        return new Selection(query, RowsWith(query.Leads), columns.Strata)
        {
            [Facet.Time] = columns.Times.Meeting(query.Window),
            [Facet.Kind] = columns.Kinds.Any(query.Kinds),
            [Facet.Actor] = columns.Actors.Any(query.Actors),
            [Facet.Country] = columns.Countries.Any(query.Countries),
            [Facet.Source] = columns.Sources.Any(query.Sources, day?.Sources),
            [Facet.Status] = columns.Statuses.Any(Words(query), day?.Statuses),
            [Facet.Text] = query.Text is null || textMatches is null ? null : columns.Order.Rows(textMatches),
            [Facet.Area] = columns.Map.Points.Within(query.Area),
            [Facet.Precision] = columns.Precisions.AtLeast(query.PrecisionMetres),
            [Facet.TimePrecision] = columns.TimePrecisions.AtLeast((double?)query.TimePrecision),
            [Facet.Dataset] = columns.Datasets.Any(query.Datasets),
            [Facet.Lens] = query.Unmentioned == UnmentionedView.Hidden ? Mentioned(query) : null,
            [Facet.AsOf] = day?.Known,
        };
    }

    /// <summary>What the query asks about, its window left out: strata alone, where it asks for nothing else.</summary>
    /// <param name="textMatches">As for <see cref="IncidentIndex.Find"/>.</param>
    public Asked Asked(IncidentQuery query, IReadOnlyList<long>? textMatches)
    {
        var (strata, apart) = (columns.Strata.AskedBy(query), query.Without(Facet.Time).Without(Facet.Kind).Without(Facet.Dataset) with { Leads = LeadView.Shown });
        if (IsOfStrata(apart, textMatches))
        {
            return new Asked(strata, null);
        }

        var found = _lately.Of(apart, textMatches, () => Found(apart, textMatches));
        return new Asked(strata, found.Rows) { Mentioned = found.Mentioned is { } mentioned ? new Asked(strata, mentioned) : null };
    }

    /// <summary>Whether it asks about all rows of some strata, and tells none of them apart.</summary>
    private bool IsOfStrata(IncidentQuery query, IReadOnlyList<long>? textMatches) =>
        AsksOnlyForStrata(query, textMatches) && LensOf(query) is null;

    private bool AsksOnlyForStrata(IncidentQuery query, IReadOnlyList<long>? textMatches) =>
        query is { Actors.Count: 0, Countries.Count: 0, Sources.Count: 0, Statuses.Count: 0, Area: null, PrecisionMetres: null, TimePrecision: null }
        && (query.Text is null || textMatches is null)
        && days.On(query.AsOf) is null;

    /// <param name="query">One that leaves strata and time open.</param>
    private FoundRows Found(IncidentQuery query, IReadOnlyList<long>? textMatches)
    {
        var mentioned = query.Unmentioned == UnmentionedView.Faded ? Mentioned(query) : null;
        var rows = mentioned is not null && AsksOnlyForStrata(query, textMatches) ? null : Select(query, textMatches).Left();
        if (rows is not null)
        {
            mentioned?.IntersectWith(rows);
        }

        return new FoundRows(Some(rows), Some(mentioned));

        static SomeRows? Some(Bitmap? rows) => rows is null ? null : new SomeRows(rows);
    }

    /// <summary>The statuses of a query as the facet names them.</summary>
    public static string[] Words(IncidentQuery query) => [.. query.Statuses.Select(ViewStateCodec.Word)];

    private Bitmap RowsWith(LeadView leads) => leads switch
    {
        LeadView.Hidden => incidents,
        LeadView.Only => columns.Leads,
        _ => columns.Everything,
    };
}
