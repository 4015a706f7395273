using Dashboard.Data;
using Dashboard.Data.Accounts;

namespace Dashboard.Web.Accounts;

/// <summary>Finds out who asks, anew with every request: a session that was ended, and an account that was disabled, open nothing from then on.</summary>
internal sealed class SessionGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, DashboardStore store)
    {
        if (SessionCookie.Of(context.Request) is { } token && store.Sessions.Find(token) is { } signedIn)
        {
            context.Features.Set(signedIn);

            // What an editor sees is not for the next person at a shared cache.
            context.Response.Headers.CacheControl = "private, no-cache";
        }

        return next(context);
    }
}

/// <summary>Who asks.</summary>
internal static class Asking
{
    /// <summary>Somebody who signed in; null for a reader.</summary>
    public static SignedIn? SignedIn(this HttpContext context) => context.Features.Get<SignedIn>();
}
