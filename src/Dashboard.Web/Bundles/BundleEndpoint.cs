using Dashboard.Domain.Querying;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Bundles;

/// <summary>
/// <c>/bundle.zip</c>: what the page of the same query shows, as evidence. It is sent as fast as the reader takes it, and
/// stops when the reader leaves. A view without incidents is refused.
/// </summary>
internal static class BundleEndpoint
{
    public static void MapBundle(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/bundle.zip", [HttpMethods.Get, HttpMethods.Head], Answer);

    private static Task<IResult> Answer(HttpContext context, Exploration exploration, ServeSettings settings) => CutOff.RunAsync(context, CutOff.Limit, async stop =>
    {
        var view = exploration.Drawn(ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View);
        if (await exploration.OnAsync(view.Query.AsOf, NotReady.Patience, context.RequestAborted) is not { } revision)
        {
            return NotReady.Answer(context);
        }

        var bundle = await Task.Run(() => EvidenceBundle.Of(revision, view, settings.PublicAddress), stop).WaitAsync(stop);
        return bundle.IsEmpty
            ? new SaidResult(StatusCodes.Status422UnprocessableEntity, "No evidence to bundle", bundle.EmptyReason)
            : new BundleResult(bundle);
    });

    private sealed class BundleResult(EvidenceBundle bundle) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(bundle.FileName);
            context.Response.Headers.ContentDisposition = disposition.ToString();
            context.Response.ContentType = "application/zip";
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await bundle.WriteAsync(context.Response.Body, context.RequestAborted);
            }
        }
    }
}
