using Microsoft.Extensions.Primitives;

namespace Dashboard.Web.Security;

/// <summary>The names that this server answers to, without ports.</summary>
public sealed record HostNames(IReadOnlyList<StringSegment> Allowed)
{
    private static readonly StringSegment[] _own = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>This machine's own names, those in the addresses it listens at, and those in the setting AllowedHosts.</summary>
    public static HostNames From(IEnumerable<string> urls, string? allowedHosts) =>
        new([.. _own, .. urls.Select(NameIn), .. allowedHosts?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []]);

    // Listening on every address ("*", "+", 0.0.0.0) names no host.
    private static StringSegment NameIn(string url) => BindingAddress.Parse(url).Host is var host && host is "*" or "+" ? _own[0] : host;
}

/// <summary>
/// Refuses a request for a host name that is not ours: else any web site could point its own name at this machine and
/// read the answers as its own.
/// </summary>
public sealed class HostGate(RequestDelegate next, HostNames names)
{
    private readonly IList<StringSegment> _allowed = [.. names.Allowed];

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host;
        if (host.HasValue && HostString.MatchesAny(host.Host, _allowed))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This server does not answer to that host name. Add the name to AllowedHosts.\n");
    }
}
