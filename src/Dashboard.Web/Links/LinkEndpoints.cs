using Dashboard.Data;
using Dashboard.Data.Links;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Sharing;

namespace Dashboard.Web.Links;

/// <summary>
/// <c>GET /s/TOKEN</c> opens a short link; <c>POST /s</c> with the query of a view makes a plain one, for anybody. What opens a link leads
/// to the view with the same token in it; a plain one to the view as everybody sees it.
/// </summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods($"{LinkAddress.Root}/{{**token}}", [HttpMethods.Get, HttpMethods.Head], OpenAsync);
        endpoints.MapPost(LinkAddress.Root, MakePlainAsync).DisableAntiforgery();
    }

    private static async Task OpenAsync(string? token, HttpContext context, DashboardStore store, Seen seen)
    {
        if (store.Links.Find(token) is not { } link)
        {
            await LinkAnswer.NothingAsync(context);
            return;
        }

        if (link.IsPlain)
        {
            Lead(context, LinkAddress.OfView(link));
        }
        else if (await seen.OpenAsync(token, NotReady.Patience, context.RequestAborted) == Opening.Open)
        {
            Lead(context, LinkAddress.Through(token!, seen.Beginning));
        }
        else
        {
            await LinkAnswer.NotReadyAsync(context);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            store.Links.CountOpen(link);
        }
    }

    /// <summary>Where it leads may change, and it is counted: no cache answers for it.</summary>
    private static void Lead(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = address;
    }

    private static async Task<IResult> MakePlainAsync(HttpContext context, DashboardStore store, LinkMisses limits, CancellationToken stop)
    {
        if (!limits.MayMake(context))
        {
            context.Response.Headers.RetryAfter = LinkMisses.RetryAfterSeconds;
            return new SaidResult(StatusCodes.Status429TooManyRequests, "Too many links", $"From one place at most {LinkMisses.PlainLinksAMinute} links a minute are made. Wait a minute, and try again.");
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(stop) : FormCollection.Empty;
        var (view, ignored) = ViewStateCodec.Parse(form["query"].ToString());
        if (ignored.Count > 0 || view.Query.Link is not null)
        {
            var why = ignored.Count > 0 ? $"'{ignored[0].Key}' {ignored[0].Reason}" : "a view that is looked at through a link is shared with that link";
            return new SaidResult(StatusCodes.Status400BadRequest, "No link was made", $"The query is not that of a view: {why}.");
        }

        try
        {
            var address = PublicAddress.Of(context.Request, LinkAddress.Of(store.Links.MakePlain(view)));
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(address, "text/plain; charset=utf-8");
        }
        catch (TooManyLinksException refusal)
        {
            return new SaidResult(StatusCodes.Status507InsufficientStorage, "No link was made", refusal.Message);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "No link was made", refusal.Message);
        }
    }
}
