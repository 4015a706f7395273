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

    public const string Type = "application/octet-stream";

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
        new($"times?{Words(query, by)}&{SteppedTile.Words(extra)}", Type, (explored, stop) => PackedTile.Of(explored.Times(query, Around(explored, query, extra), by, stop)));

    private static Task<IResult> Tile(string revision, string z, string x, string y, HttpContext context, Exploration exploration) =>
        RevisionAnswer.OfAsync(revision, context, exploration, () =>
        {
            var (tile, span, side) = (PartParameters.Tile(z, x, y), PartParameters.Span(context.Request.Query), PartParameters.Side(context.Request.Query));
            var (query, by, extra) = Asked(context.Request);
            return (span, side, tile.Zoom, extra.Count) switch
            {
                (null, > TileAddress.Side, _, _) => throw new BadParameterException("side", "needs a span: other tiles have the cells that they can afford"),
                (null, _, 0, 0) => Overview(query, by),
                (null, _, 0, _) => throw new BadParameterException("edge", "needs a span: the overview has the edges that it can afford"),
                (null, _, _, _) => new DataQuestion($"{tile}?{Words(query, by)}&{SteppedTile.Words(extra)}", Type,
                    (explored, stop) => PackedTile.Of(explored.Tile(query, tile, Around(explored, query, extra), by, stop))),
                _ => InSteps(query, tile, span, extra, by, side),
            };
        });

    private static Task<IResult> Times(string revision, HttpContext context, Exploration exploration) =>
        RevisionAnswer.OfAsync(revision, context, exploration, () =>
        {
            var (query, by, extra) = Asked(context.Request);
            return PartParameters.Span(context.Request.Query) is { } span
                ? new SteppedTile($"times?{Words(query, by)}", span, extra, (explored, edges, stop) => explored.Times(query, edges, by, stop)).Question
                : AllTimes(query, by, extra);
        });

    /// <summary>In the usual cells, or in up to so many side by side.</summary>
    private static DataQuestion InSteps(IncidentQuery query, TileAddress tile, TileSpan span, IReadOnlyList<DateTimeOffset> extra, TileGroup by, int side)
    {
        var (usual, finest) = (new SteppedTile($"{tile}?{Words(query, by)}", span, extra, Counting(tile),
            (explored, edges, stop) => explored.FewestStarts(query, tile, edges, by, stop)), tile.InCells(side));
        return finest == tile ? usual.Question : usual.InCells(finest, Counting(finest));

        Func<ExploredRevision, TimeEdges, CancellationToken, TimeTile> Counting(TileAddress of) => (explored, edges, stop) => explored.Tile(query, of, edges, by, stop);
    }

    private static TimeEdges Around(ExploredRevision explored, IncidentQuery query, IReadOnlyList<DateTimeOffset> extra) =>
        TimeEdges.Around(explored.Index.ExtentWith(query.Leads), extra);

    /// <summary>What is asked for, beside where and in which steps.</summary>
    private static (IncidentQuery Query, TileGroup By, IReadOnlyList<DateTimeOffset> Extra) Asked(HttpRequest request) => (
        ViewStateCodec.Parse(request.QueryString.Value ?? "").View.Query.Without(Facet.Time),
        PartParameters.Colour(request.Query),
        PartParameters.Edges(request.Query));

    private static string Words(IncidentQuery query, TileGroup by) => $"{ViewStateCodec.Format(ViewState.Default with { Query = query })}&{by}";
}
