using Dashboard.Data.Accounts;

namespace Dashboard.Web.Accounts;

/// <summary>What the browser of somebody who signed in holds, and nobody else's: readers get no cookie.</summary>
internal static class SessionCookie
{
    private const string Name = "dashboard-session";

    public static string? Of(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and < 100 } token ? token : null;

    /// <summary>No script can read it, and no other site's form comes with it. Over https it goes over https only.</summary>
    public static void Give(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options(context));

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps,
        Path = "/",
        MaxAge = SessionBook.Longest,
    };
}
