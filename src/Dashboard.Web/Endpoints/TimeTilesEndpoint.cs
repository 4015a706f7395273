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
    /// <summary>A tile has no more bytes than this on its way, unless there are no longer stretches to have.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTimeTiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/data/{revision}/tiles/{z}/{x}/{y}", _reading, Tile);
        endpoints.MapMethods("/data/{revision}/times", _reading, Times);
    }

    private static IResult Tile(string revision, string z, string x, string y, HttpContext context, Exploration exploration) =>
        RevisionAnswer.Of(revision, context, exploration, explored =>
        {
            var (tile, question) = (PartParameters.Tile(z, x, y), Question.Of(context.Request));
            return question.Span is null && tile.Zoom == 0
                ? Overview(explored, question, context)
                : Answer(explored, question, context, $"tiles/{tile.Zoom}/{tile.X}/{tile.Y}",
                    (edges, stop) => explored.Tile(question.Query, tile, edges, question.By, stop));
        });

    private static IResult Times(string revision, HttpContext context, Exploration exploration) =>
        RevisionAnswer.Of(revision, context, exploration, explored =>
        {
            var question = Question.Of(context.Request);
            return Answer(explored, question, context, "times", (edges, stop) => explored.Times(question.Query, edges, question.By, stop));
        });

    private static IResult Overview(ExploredRevision explored, Question question, HttpContext context)
    {
        if (question.Extra.Count > 0)
        {
            throw new BadParameterException("edge", "needs a span: the overview has the edges that it can afford");
        }

        return CutOff.Run(context, CutOff.Limit, stop =>
            new PackedResult(explored.Answers.GetOrMake($"overview?{question}", () => new KeptAnswer(PackedTile.Of(explored.Overview(question.Query, question.By, stop)))).Bytes));
    }

    private static IResult Answer(ExploredRevision explored, Question question, HttpContext context, string name, Func<TimeEdges, CancellationToken, TimeTile> count)
    {
        var edges = question.Span?.Edges(question.Extra) ?? TimeEdges.Around(explored.Index.ExtentWith(question.Query.Leads), question.Extra);
        return CutOff.Run(context, CutOff.Limit, stop =>
        {
            var answer = explored.Answers.GetOrMake($"{name}?{question}", () => question.Span is { } span
                ? PackedTile.Of(count(edges, stop), span, MostBytes)
                : new KeptAnswer(PackedTile.Of(count(edges, stop))));
            return answer.StepInstead is { } step ? TooLarge(step) : new PackedResult(answer.Bytes);
        });
    }

    private static IResult TooLarge(TimeSpan step) =>
        Results.Problem("There is too much in this tile for stretches of time as short as these.", title: "Too large", statusCode: StatusCodes.Status413PayloadTooLarge,
            extensions: new Dictionary<string, object?> { ["step"] = PartParameters.StepWord(step) });

    /// <summary>What is asked, beside where; as text it is the same for the same question.</summary>
    private sealed record Question(IncidentQuery Query, TileGroup By, TileSpan? Span, IReadOnlyList<DateTimeOffset> Extra)
    {
        public static Question Of(HttpRequest request) => new(
            ViewStateCodec.Parse(request.QueryString.Value ?? "").View.Query.Without(Facet.Time),
            PartParameters.Colour(request.Query),
            PartParameters.Span(request.Query),
            PartParameters.Edges(request.Query));

        public override string ToString() =>
            $"{ViewStateCodec.Format(ViewState.Default with { Query = Query })}&{By}&{Span}&{string.Join(',', Extra.Select(edge => edge.UtcTicks))}";
    }
}
