using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Corrections;

/// <summary>
/// <c>/corrections.atom</c> and <c>/corrections.json</c>: the corrections of everything, or of the incidents that a question
/// asks for. Who has the last one is told that nothing changed.
/// </summary>
internal static class CorrectionsEndpoint
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCorrections(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/corrections.atom", _methods, (HttpContext context, Exploration exploration) =>
            Answer(context, exploration, $"{CorrectionsAddress.AtomType}; charset=utf-8", AtomFeed.Write));
        endpoints.MapMethods("/corrections.json", _methods, (HttpContext context, Exploration exploration) =>
            Answer(context, exploration, CorrectionsAddress.JsonType, JsonFeed.Write));
    }

    private static IResult Answer(HttpContext context, Exploration exploration, string type, Func<CorrectionFeed, byte[]> write)
    {
        var (request, revision) = (context.Request, exploration.Present);
        var tag = new EntityTagHeaderValue($"\"{revision.RevisionName}\"", isWeak: true);
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var query = ViewStateCodec.Parse(request.QueryString.Value ?? "").View.Query;
        var list = CorrectionList.Of(exploration.Store, revision, query, CorrectionCursor.Parse(request.Query[CorrectionsAddress.AfterKey]));
        var feed = new CorrectionFeed($"{request.Scheme}://{request.Host}{request.PathBase}", exploration.Store.Revisions.Origin(), list);
        return Results.Bytes(write(feed), type, lastModified: list.Changed, entityTag: tag);
    }
}
