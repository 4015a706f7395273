using System.Text;
using Dashboard.Web.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Links;

/// <summary>
/// What who asks through a link hears where it shows nothing. An unknown token, one that expired, one that was ended and what never was
/// one get the same answer: nobody learns which it was.
/// </summary>
internal static class LinkAnswer
{
    private const string Title = "This link opens nothing";

    private const string Detail = "It may have expired, or somebody ended it, or it was not copied whole. Ask whoever sent it for another one.";

    /// <summary>Counts as a miss.</summary>
    public static Task NothingAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<LinkMisses>().MayMiss(context))
        {
            return WriteAsync(context, StatusCodes.Status404NotFound, Title, Detail);
        }

        context.Response.Headers.RetryAfter = LinkMisses.RetryAfterSeconds;
        return WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many links that open nothing", $"From one place at most {LinkMisses.MissesAMinute} a minute are looked up. Wait a minute, and try again.");
    }

    public static Task NotReadyAsync(HttpContext context)
    {
        NotReady.Tell(context.Response);
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "In a moment", $"What this link shows is being made ready. {(WantsPage(context) ? "This page asks again by itself" : "Ask again")} in two seconds.", asksAgain: true);
    }

    public static Task NotForReadersAsync(HttpContext context) => WriteAsync(
        context, StatusCodes.Status403Forbidden, "Sign in, or open a link", "This server shows its incidents to people who sign in or were sent a link.", offersSignIn: true);

    private static Task WriteAsync(HttpContext context, int status, string title, string detail, bool asksAgain = false, bool offersSignIn = false)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!WantsPage(context))
        {
            return Results.Text($"{title}. {detail}\n", "text/plain; charset=utf-8", Encoding.UTF8, status).ExecuteAsync(context);
        }

        if (asksAgain)
        {
            context.Response.Headers["Refresh"] = "2";
        }

        var page = new RazorComponentResult<LinkPage>(new { Title = title, Detail = detail, OffersSignIn = offersSignIn }) { StatusCode = status, PreventStreamingRendering = true };
        return page.ExecuteAsync(context);
    }

    private static bool WantsPage(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
