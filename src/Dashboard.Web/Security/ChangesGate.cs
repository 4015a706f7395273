using System.Net;
using Dashboard.Web.Accounts;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.Security;

/// <summary>
/// Who may change the data: a person at this very machine, and everybody who signed in; with the setting
/// Dashboard:ChangesFrom=<c>anyone</c> everybody. What a proxy passes on comes from somewhere else.
/// </summary>
public static class ChangesGate
{
    public const string Sentence =
        "This server takes changes from the machine that it runs on, and from people who sign in.";

    public static bool IsOpenTo(HttpContext context) => context.SignedIn() is not null || IsOpenWithoutAccount(context);

    /// <summary>Whether whoever asks may change the data, signed in or not.</summary>
    public static bool IsOpenWithoutAccount(HttpContext context)
    {
        var headers = context.Request.Headers;
        var isPassedOn = headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded");
        var isHere = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !isPassedOn;
        return isHere || context.RequestServices.GetRequiredService<ServeSettings>().TakesChangesFromAnyone;
    }

    /// <summary>Marks endpoints that change data: to anyone who may not they answer 403, with a sentence.</summary>
    public static TBuilder ForChanges<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (call, next) => IsOpenTo(call.HttpContext)
            ? await next(call)
            : new SaidResult(StatusCodes.Status403Forbidden, "Changes need an account", Sentence));
}
