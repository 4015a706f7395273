using Dashboard.Web.CommandLine;

namespace Dashboard.Web.Security;

/// <summary>
/// The headers of every answer, whatever its status: set as the answer starts, when an error can no longer clear them.
/// </summary>
public sealed class SafeHeaders(RequestDelegate next)
{
    /// <summary>
    /// Nothing from elsewhere, nothing inline. Blazor's virtual lists and the map place their elements with style
    /// attributes; a style attribute can load nothing that img-src and font-src do not allow.
    /// </summary>
    public const string ContentSecurityPolicy = $"{Sources}; frame-ancestors 'none'";

    private const string Sources =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        WriteFraming(context, headers);
        headers.XContentTypeOptions = "nosniff";

        // Nobody learns where a reader was; for the forms of our own pages, see the meta element in App.razor.
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

        // Kept, asked again before use: Back shows the page at once, and nobody sees an old one unasked.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }

        return Task.CompletedTask;
    }

    private static void WriteFraming(HttpContext context, IHeaderDictionary headers)
    {
        var framing = context.GetEndpoint()?.Metadata.GetMetadata<FramingAttribute>();
        var sites = framing?.IsShownElsewhere == true ? context.RequestServices.GetRequiredService<ServeSettings>().EmbedIn : EmbedSites.None;
        headers.ContentSecurityPolicy = framing is null
            ? ContentSecurityPolicy
            : $"{Sources}{(framing.ShowsOwnPages ? "; frame-src 'self'" : "")}; frame-ancestors {sites.Ancestors}";
        if (!sites.AreAny)
        {
            headers.XFrameOptions = "DENY";
        }
    }
}
