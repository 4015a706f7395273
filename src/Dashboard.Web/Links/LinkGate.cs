using System.Collections.Frozen;
using Dashboard.Web.Accounts;
using Dashboard.Web.Briefings;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Security;
using Dashboard.Web.Stories;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Links;

/// <summary>
/// Opens the link that an address is looked at through, before anything else of the address is read: from here on the request sees what
/// the link shows, whatever its other parameters ask for. What cannot be looked at through a link is not there. Where readers need a
/// link, everything else is closed to who may not change the data.
/// </summary>
internal sealed class LinkGate(RequestDelegate next)
{
    /// <summary>
    /// What a reader who has no link yet needs all the same, by routes. None of it shows an incident; circuits look after themselves, and so do
    /// stories and briefings, which show what the links in them show.
    /// </summary>
    private static readonly FrozenSet<string> _open = [AccountAddresses.SignIn, AccountAddresses.SignOut, AccountAddresses.SetUp, "/healthz", StoryAddress.Route, StoryAddress.EmbedRoute, BriefingAddress.Route, BriefingAddress.EventsRoute];

    /// <summary>The endpoints that show what a link shows, by their routes.</summary>
    private static readonly FrozenSet<string> _obeying =
    [
        "/", "/incidents/{Slug}", "/embed", "/share", "/licences", "/keys", "/oembed", "/filters/lens", "/filters/{Key}",
        "/data/{revision}/marks", "/data/{revision}/relations", "/data/{revision}/tiles/{z}/{x}/{y}", "/data/{revision}/times", "/data/{revision}/preview.png",
        "/export.csv", "/export.geojson", "/bundle.zip", "/preview.png", "/picture.png", "/picture.svg", "/citation.txt", "/citation.bib", "/citation.ris", "/qr.svg",
    ];

    public async Task InvokeAsync(HttpContext context, Seen seen, ServeSettings settings)
    {
        var mayChange = ChangesGate.IsOpenTo(context);
        seen.LetSeeWhole(mayChange);
        var tokens = TokensIn(context.Request);
        if (tokens.Count == 0)
        {
            var isClosed = settings.ReadersNeedLink && !mayChange && !IsOpen(context);
            await (isClosed ? LinkAnswer.NotForReadersAsync(context) : next(context));
            return;
        }

        var opening = tokens.Count == 1 && Obeys(context) ? await OpenAsync(context, seen, tokens.Single()) : Opening.Nothing;
        switch (opening)
        {
            case Opening.Nothing:
                await LinkAnswer.NothingAsync(context);
                break;
            case Opening.NotReady:
                await LinkAnswer.NotReadyAsync(context);
                break;
            default:
                context.Response.OnStarting(KeepPrivate, context);
                await next(context);
                break;
        }
    }

    private static bool IsOpen(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "";
        return endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || _open.Contains(route)
            || context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
            || (context.Request.Path.StartsWithSegments(LinkAddress.Root, StringComparison.Ordinal) && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)));
    }

    /// <summary>What the address holds under the key, and the address in it that another program wants shown.</summary>
    private static HashSet<string> TokensIn(HttpRequest request)
    {
        HashSet<string> tokens = [.. Values(request.Query[LinkAddress.Key])];
        if (request.Path == "/oembed" && Uri.TryCreate(request.Query["url"], UriKind.Absolute, out var shown))
        {
            tokens.UnionWith(Values(QueryHelpers.ParseQuery(shown.Query).FirstOrDefault(pair => pair.Key.Equals(LinkAddress.Key, StringComparison.OrdinalIgnoreCase)).Value));
        }

        return tokens;
    }

    private static IEnumerable<string> Values(Microsoft.Extensions.Primitives.StringValues values) => values.Select(value => value ?? "");

    private static bool Obeys(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint && _obeying.Contains(endpoint.RoutePattern.RawText ?? "")
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    private static async Task<Opening> OpenAsync(HttpContext context, Seen seen, string token)
    {
        try
        {
            return await seen.OpenAsync(token, Endpoints.NotReady.Patience, context.RequestAborted, context.GetRouteValue("revision") as string);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Opening.NotReady;
        }
    }

    /// <summary>What a link shows is for who has it: no cache of others keeps it.</summary>
    private static Task KeepPrivate(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        var control = headers.CacheControl.ToString();
        headers.CacheControl = control.Length == 0 ? "private, no-cache"
            : control.Contains("public", StringComparison.Ordinal) ? control.Replace("public", "private", StringComparison.Ordinal)
            : control.Contains("private", StringComparison.Ordinal) || control.Contains("no-store", StringComparison.Ordinal) ? control
            : $"private, {control}";
        headers["X-Robots-Tag"] = "noindex";
        return Task.CompletedTask;
    }
}
