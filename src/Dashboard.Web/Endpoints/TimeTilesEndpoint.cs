using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// Counts of a question by place and time, for a browser to count any window with: of one square of the map, of the world
/// coarsely, and of time alone. The address names the revision, as for <see cref="MarksEndpoint"/>; the window is the browser's business.
/// </summary>
internal static class TimeTilesEndpoint
{
    /// <summary>
    /// A tile has no more bytes than this on its way, unless there are no longer stretches to have. Where there is too much in it
    /// for the steps that were asked for, its steps are longer: its edges say so.
    /// </summary>
    public const int MostBytes = 256 * 1024;

    private const string Type = "application/octet-stream";

    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTimeTiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/data/{revision}/tiles/{z}/{x}/{y}", _reading, Tile);
        endpoints.MapMethods("/data/{revision}/times", _reading, Times);
    }

    /// <summary>The world coarsely: what the map draws first of many incidents.</summary>
    public static DataQuestion Overview(IncidentQuery query, TileGroup by) =>
        new($"overview?{Words(query, by)}", Type, (explored, stop) => PackedTile.Of(explored.Overview(query, by, stop)));

    /// <summary>All of time, cut as the server chooses: what the timeline draws first of many incidents.</summary>
    public static DataQuestion AllTimes(IncidentQuery query, TileGroup by, params IReadOnlyList<DateTimeOffset> extra) =>
        new($"times?{Words(query, by)}&{Words(extra)}", Type, (explored, stop) => PackedTile.Of(explored.Times(query, Around(explored, query, extra), by, stop)));

    private static Task<IResult> Tile(string revision, string z, string x, string y, HttpContext context, Exploration exploration) =>
        RevisionAnswer.OfAsync(revision, context, exploration, () =>
        {
            var (tile, span) = (PartParameters.Tile(z, x, y), PartParameters.Span(context.Request.Query));
            var (query, by, extra) = Asked(context.Request);
            return (span, tile.Zoom, extra.Count) switch
            {
                (null, 0, 0) => Overview(query, by),
                (null, 0, _) => throw new BadParameterException("edge", "needs a span: the overview has the edges that it can afford"),
                (null, _, _) => new DataQuestion($"{tile}?{Words(query, by)}&{Words(extra)}", Type,
                    (explored, stop) => PackedTile.Of(explored.Tile(query, tile, Around(explored, query, extra), by, stop))),
                _ => InSteps($"{tile}?{Words(query, by)}", span, extra, (explored, edges, stop) => explored.Tile(query, tile, edges, by, stop)),
            };
        });

    private static Task<IResult> Times(string revision, HttpContext context, Exploration exploration) =>
        RevisionAnswer.OfAsync(revision, context, exploration, () =>
        {
            var (query, by, extra) = Asked(context.Request);
            return PartParameters.Span(context.Request.Query) is { } span
                ? InSteps($"times?{Words(query, by)}", span, extra, (explored, edges, stop) => explored.Times(query, edges, by, stop))
                : AllTimes(query, by, extra);
        });

    /// <summary>In the steps that were asked for, or in the first longer ones in which it is small enough.</summary>
    private static DataQuestion InSteps(string name, TileSpan span, IReadOnlyList<DateTimeOffset> extra, Func<ExploredRevision, TimeEdges, CancellationToken, TimeTile> count)
    {
        span.Edges(extra); // refuses what cannot be counted
        return new DataQuestion($"{name}&{span}&{Words(extra)}", Type, (explored, stop) =>
        {
            var known = $"step of {name}&{span}";
            var longer = explored.Answers.Find(known)?.Step;
            while (true)
            {
                var tried = longer is { } step ? span.In(step) : span;
                (var packed, longer) = PackedTile.Of(count(explored, tried.Edges(extra), stop), tried, MostBytes);
                if (longer is null)
                {
                    explored.Answers.Keep(known, new KeptAnswer([], tried.Step));
                    return packed;
                }
            }
        });
    }

    private static TimeEdges Around(ExploredRevision explored, IncidentQuery query, IReadOnlyList<DateTimeOffset> extra) =>
        TimeEdges.Around(explored.Index.ExtentWith(query.Leads), extra);

    /// <summary>What is asked for, beside where and in which steps.</summary>
    private static (IncidentQuery Query, TileGroup By, IReadOnlyList<DateTimeOffset> Extra) Asked(HttpRequest request) => (
        ViewStateCodec.Parse(request.QueryString.Value ?? "").View.Query.Without(Facet.Time),
        PartParameters.Colour(request.Query),
        PartParameters.Edges(request.Query));

    private static string Words(IncidentQuery query, TileGroup by) => $"{ViewStateCodec.Format(ViewState.Default with { Query = query })}&{by}";

    private static string Words(IReadOnlyList<DateTimeOffset> extra) => string.Join(',', extra.Select(edge => edge.UtcTicks));
}
