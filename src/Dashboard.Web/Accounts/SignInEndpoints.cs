using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Web.Endpoints;
using Dashboard.Web.Leads;

namespace Dashboard.Web.Accounts;

/// <summary>Signing in and out, and making the first account: plain forms.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(AccountAddresses.SignIn, SignInAsync).DisableAntiforgery();
        endpoints.MapPost(AccountAddresses.SignOut, SignOut).DisableAntiforgery();
        endpoints.MapPost(AccountAddresses.SetUp, SetUpAsync).DisableAntiforgery();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, SignIn signIn, CancellationToken stop)
    {
        var form = await FormAsync(context, stop);
        var back = form["return"].ToString();
        if (back.Length > 0 && LocalAddress.Or(back, "") != back)
        {
            return new SaidResult(StatusCodes.Status400BadRequest, "That is not a page of this server", "After signing in one comes back to a page here. Open the page again, and sign in from there.");
        }

        if (!signIn.MayTry(context))
        {
            return TooMany(context);
        }

        var answer = await Task.Run(() => signIn.Try(form["name"].ToString(), form["password"].ToString()), stop);
        if (answer.Token is { } token)
        {
            SessionCookie.Give(context, token);
            return new SeeOtherResult(back.Length > 0 ? back : "/");
        }

        var problem = answer.LockedUntil is null ? "wrong" : "locked";
        return IsForPage(context)
            ? new SeeOtherResult($"{(back.Length > 0 ? $"{AccountAddresses.SignInAndThen(back)}&" : $"{AccountAddresses.SignIn}?")}problem={problem}")
            : Results.Problem(SignInProblem.Of(problem), title: "Not signed in", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static SeeOtherResult SignOut(HttpContext context, DashboardStore store, SessionPages pages)
    {
        if (context.SignedIn() is { } signedIn)
        {
            store.Sessions.End(signedIn.Account, signedIn.Session.Number);
            pages.Look();
        }

        SessionCookie.Take(context);
        return new SeeOtherResult("/");
    }

    private static async Task<IResult> SetUpAsync(HttpContext context, DashboardStore store, Passwords passwords, SignIn signIn, CancellationToken stop)
    {
        var form = await FormAsync(context, stop);
        if (!signIn.MayTry(context))
        {
            return TooMany(context);
        }

        try
        {
            var name = form["name"].ToString();
            var account = await Task.Run(() => store.Accounts.SetUp(form["token"].ToString(), name, passwords.Hash(name, form["password"].ToString())), stop);
            SessionCookie.Give(context, signIn.Begin(account));
            return new SeeOtherResult(AccountAddresses.Own);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status422UnprocessableEntity, "The account was not made", $"{refusal.Message} Go back and try again.");
        }
    }

    private static async Task<IFormCollection> FormAsync(HttpContext context, CancellationToken stop) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(stop) : FormCollection.Empty;

    private static bool IsForPage(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static SaidResult TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return new SaidResult(StatusCodes.Status429TooManyRequests, "Too many attempts", $"From one place at most {SignIn.AttemptsAMinute} attempts a minute are heard. Wait a minute, and try again.");
    }
}
