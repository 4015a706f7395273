using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Endpoints;

/// <summary>
/// <c>/export.csv</c> and <c>/export.geojson</c>: what the page of the same query shows, as a file. It is sent as fast as the
/// reader takes it, and stops when the reader leaves. What takes too long to find is not begun.
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

    private static Task<IResult> AnswerAsync(HttpContext context, Exploration exploration, string ending, string type, Func<Export, Stream, CancellationToken, Task<long>> write) =>
        CutOff.RunAsync(context, CutOff.Limit, async stop =>
        {
            var view = exploration.Drawn(ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View);
            if (await exploration.OnAsync(view.Query.AsOf, NotReady.Patience, context.RequestAborted) is not { } revision)
            {
                return NotReady.Answer(context);
            }

            var export = await Task.Run(() => Export.Of(exploration.Store, revision, view), stop).WaitAsync(stop);
            return new FileResult($"{export.FileName}.{ending}", type, (to, stop) => write(export, to, stop));
        });

    /// <summary>A file that is written while it is sent.</summary>
    private sealed class FileResult(string name, string type, Func<Stream, CancellationToken, Task<long>> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name);
            context.Response.Headers.ContentDisposition = disposition.ToString();
            context.Response.ContentType = type;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                // The browser hears at once that there is a file: before its first incident come all the datasets' own facts.
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await write(context.Response.Body, context.RequestAborted);
            }
        }
    }
}
