using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// <c>/export.csv</c> and <c>/export.geojson</c>: what the page of the same query shows, as a file. It is sent as fast as the
/// reader takes it, and stops when the reader leaves.
/// </summary>
internal static class ExportEndpoint
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapExport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/export.csv", _methods, (HttpContext context, Exploration exploration) =>
            AnswerAsync(context, exploration, "csv", "text/csv; charset=utf-8; header=present",
                (export, to, stop) => export.WriteCsvAsync(to, isRaw: context.Request.Query["raw"] == "1", stop)));
        endpoints.MapMethods("/export.geojson", _methods, (HttpContext context, Exploration exploration) =>
            AnswerAsync(context, exploration, "geojson", "application/geo+json", (export, to, stop) => export.WriteGeoJsonAsync(to, stop)));
    }

    private static async Task AnswerAsync(HttpContext context, Exploration exploration, string ending, string type, Func<Export, Stream, CancellationToken, Task<long>> write)
    {
        var export = Export.Of(exploration.Store, exploration.Present, ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"{export.FileName}.{ending}");
        context.Response.Headers.ContentDisposition = name.ToString();
        context.Response.ContentType = type;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await write(export, context.Response.Body, context.RequestAborted);
        }
    }
}
