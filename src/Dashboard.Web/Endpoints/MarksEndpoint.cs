using System.Text.Json;
using Dashboard.Data;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Index;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// The incidents of a question as map and timeline draw them, over plain HTTP: the address names the revision, so what
/// it answers never changes and may be kept by any cache. The circuit carries none of it.
/// </summary>
internal static class MarksEndpoint
{
    private const string Type = "application/json; charset=utf-8";

    public static void MapMarks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/data/{revision}/marks", [HttpMethods.Get, HttpMethods.Head], Answer);

    /// <summary>Of all that a query asks for: what a page asks for first.</summary>
    public static DataQuestion All(IncidentQuery query) => Part(query, box: null, during: null, slug: null);

    private static Task<IResult> Answer(string revision, HttpContext context, Exploration exploration) =>
        RevisionAnswer.OfAsync(revision, context, exploration, () => Part(
            ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View.Query.Without(Facet.Time),
            PartParameters.Box(context.Request.Query),
            PartParameters.During(context.Request.Query),
            PartParameters.Incident(context.Request.Query)));

    private static DataQuestion Part(IncidentQuery query, GeoBox? box, TimeWindow? during, string? slug)
    {
        var asked = query with { Window = during ?? TimeWindow.All };
        var name = $"marks?{ViewStateCodec.Format(ViewState.Default with { Query = query })}&{during?.From?.UtcTicks}-{during?.To?.UtcTicks}&{box}&{slug}";
        return new DataQuestion(name, Type, (explored, stop) =>
        {
            var found = slug is null ? explored.Find(asked) : explored.FindOne(asked, slug);
            stop.ThrowIfCancellationRequested();
            var part = box is { } within ? explored.Index.Within(found, within) : found;
            var marks = MarksOf(explored, query, part, part.Count > ExploredRevision.FewIncidents ? [] : explored.Draw(part, stop));
            return Packing.Packed(JsonSerializer.SerializeToUtf8Bytes(marks, MarksJson.Default.Marks));
        });
    }

    private static Marks MarksOf(ExploredRevision explored, IncidentQuery query, IncidentSet found, IReadOnlyList<DrawnIncident> incidents)
    {
        var index = explored.Index;
        return new Marks
        {
            Revision = index.Revision,
            Coverage = SpanOf(index.Coverage),
            Coverages = [.. index.Coverages.Where(dataset => !dataset.Coverage.IsAll).Select(CoverageOf)],
            Extent = SpanOf(index.ExtentWith(query.Leads)),
            Count = found.Count,
            Undated = found.Undated,
            NotPlaced = found.NotPlaced,
            LocalOffset = CommonOffset(incidents.Select(drawn => drawn.Incident)),
            Incidents = MarkDrawing.MarksOf(explored, query, incidents),
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
