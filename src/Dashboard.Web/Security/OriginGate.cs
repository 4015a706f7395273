namespace Dashboard.Web.Security;

/// <summary>
/// Refuses a circuit, and every change, to a page of another origin. Browsers let any page open a WebSocket or send a form
/// to any server and only tell who asks. A request without an origin does not come from another page.
/// </summary>
public sealed class OriginGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isForCircuit = request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if ((isReading && !isForCircuit) || request.Headers.Origin is [] || IsOwn(request.Headers.Origin.ToString(), request.Host))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Circuits and changes are only for pages of this server.\n");
    }

    // The scheme is left out: behind a proxy that speaks https, the request arrives by http.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
