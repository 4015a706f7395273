using Dashboard.Data;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// The incidents of a question as map and timeline draw them, over plain HTTP: the address names the revision, so what
/// it answers never changes and may be kept by any cache. The circuit carries none of it.
/// </summary>
internal static class MarksEndpoint
{
    /// <summary>More incidents than this are not sent one by one.</summary>
    public const int Maximum = DashboardStore.MostDrawn;

    public static void MapMarks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/data/{revision}/marks", [HttpMethods.Get, HttpMethods.Head], Answer);

    private static IResult Answer(string revision, HttpContext context, Exploration exploration)
    {
        if (exploration.Named(revision) is not { } explored)
        {
            var present = exploration.Present.RevisionName;
            return Results.Problem($"The data are at revision {present} now.", title: "No such revision", statusCode: StatusCodes.Status404NotFound,
                extensions: new Dictionary<string, object?> { ["revision"] = present });
        }

        var query = ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View.Query.Without(Facet.Time);
        var found = explored.Find(query);
        if (found.Count > Maximum)
        {
            return Results.Problem($"{found.Count} incidents meet this question; at most {Maximum} are sent. Ask for fewer.",
                title: "Too many incidents", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var tag = new EntityTagHeaderValue($"\"{revision}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(MarksOf(explored, query, found), MarksJson.Default.Marks);
    }

    private static Marks MarksOf(ExploredRevision explored, IncidentQuery query, IncidentSet found)
    {
        var index = explored.Index;
        var incidents = explored.Draw(found);
        return new Marks
        {
            Revision = index.Revision,
            Coverage = SpanOf(index.Coverage),
            Coverages = [.. index.Coverages.Where(dataset => !dataset.Coverage.IsAll).Select(CoverageOf)],
            Extent = SpanOf(index.ExtentWith(query.Leads)),
            Undated = found.Undated,
            NotPlaced = found.NotPlaced,
            LocalOffset = CommonOffset(incidents.Select(drawn => drawn.Incident)),
            Incidents = [.. incidents.Select(MarkDrawing.MarkOf)],
        };
    }

    private static MarkCoverage CoverageOf(DatasetCoverage covered) =>
        new(covered.Dataset, covered.Coverage.From?.ToUnixTimeMilliseconds(), covered.Coverage.To?.ToUnixTimeMilliseconds());

    private static int? CommonOffset(IEnumerable<Incident> incidents) => incidents
        .Where(incident => incident.Occurrence is not null)
        .CountBy(incident => (int)incident.Occurrence!.LocalOffset.TotalMinutes)
        .OrderByDescending(offset => offset.Value)
        .Select(offset => (int?)offset.Key)
        .FirstOrDefault();

    private static Span? SpanOf(TimeWindow? window) =>
        window is { From: { } from, To: { } to } ? new Span(from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds()) : null;
}
