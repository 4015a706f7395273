using Dashboard.Web.CommandLine;

namespace Dashboard.Web.Sharing;

/// <summary>Where the world reaches this server: as it is configured, else as the request came, whose host name was allowed.</summary>
internal static class PublicAddress
{
    /// <summary>Without a slash at its end.</summary>
    public static string Root(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<ServeSettings>().PublicAddress ?? $"{request.Scheme}://{request.Host}";

    /// <param name="address">Within this server; begins with a slash.</param>
    public static string Of(HttpRequest request, string address) => Root(request) + address;
}
