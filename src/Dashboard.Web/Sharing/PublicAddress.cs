using Dashboard.Web.CommandLine;

namespace Dashboard.Web.Sharing;

/// <summary>Where the world reaches this server: as it is configured, else as the request came, whose host name was allowed.</summary>
internal static class PublicAddress
{
    /// <param name="address">Within this server; begins with a slash.</param>
    public static string Of(HttpRequest request, string address) =>
        Of(request.HttpContext.RequestServices.GetRequiredService<ServeSettings>(), $"{request.Scheme}://{request.Host}", address);

    /// <param name="here">Where this request or this page came from.</param>
    /// <param name="address">Within this server; begins with a slash.</param>
    public static string Of(ServeSettings settings, string here, string address) => (settings.PublicAddress ?? here.TrimEnd('/')) + address;
}
