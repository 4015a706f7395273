using Dashboard.Domain.Querying;
using Dashboard.Index.Claims;
using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <summary>Which rows a query asks about: a set for each facet, its lens and its day among them.</summary>
/// <param name="incidents">The rows that are no leads.</param>
internal sealed class QueryRows(IndexColumns columns, Bitmap incidents, Lenses lenses, KnownDays days)
{
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
        var (strata, mentioned) = (columns.Strata.AskedBy(query), Mentioned(query));
        var isFaded = mentioned is not null && query.Unmentioned == UnmentionedView.Faded;
        var isOfStrata = query is { Actors.Count: 0, Countries.Count: 0, Sources.Count: 0, Statuses.Count: 0, Area: null, PrecisionMetres: null, TimePrecision: null }
            && (query.Text is null || textMatches is null)
            && (mentioned is null || isFaded)
            && days.On(query.AsOf) is null;
        var rows = isOfStrata && !isFaded ? null : Select(query.Without(Facet.Time), textMatches).Rows();
        if (!isFaded)
        {
            return new Asked(strata, rows);
        }

        mentioned!.IntersectWith(rows!);
        return new Asked(strata, isOfStrata ? null : rows) { Mentioned = new Asked(strata, mentioned) };
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
