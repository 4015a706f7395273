using Dashboard.Domain.Querying;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Explore;
using Dashboard.Web.Links;
using Dashboard.Web.Security;
using Dashboard.Web.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Embed;

/// <summary><c>/embed</c>: map and timeline of a view and nothing around them, for frames in other pages. No circuit, no cookie, no storage.</summary>
internal static class EmbedEndpoint
{
    public static void MapEmbed(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/embed", [HttpMethods.Get, HttpMethods.Head], Answer).WithMetadata(new FramingAttribute { IsShownElsewhere = true });

    private static Task<IResult> Answer(HttpContext context, Exploration exploration, Explorations explorations, Seen seen, ServeSettings settings) => CutOff.RunAsync(context, CutOff.Limit, async stop =>
    {
        var view = exploration.Drawn(ViewStateCodec.Parse(context.Request.QueryString.Value ?? "").View);
        if (await exploration.OnAsync(view.Query.AsOf, NotReady.Patience, stop) is not { } revision)
        {
            return NotReady.Answer(context);
        }

        var (shared, picture) = await Task.Run(() => (SharedView.Of(exploration, revision, view), Picture.Of(revision, view)), stop).WaitAsync(stop);
        var since = await SincePinned.OfAsync(explorations, seen, revision, view, settings.ReadersNeedLink, stop);
        return new RazorComponentResult<EmbedDocument>(new
        {
            Shared = shared,
            Picture = picture,
            Since = since,
            seen.Link,
            Options = EmbedOptions.Read(context.Request.Query),
            Full = PublicAddress.Of(context.Request, ViewAddress.Of(view)),
        })
        { PreventStreamingRendering = true };
    });
}
