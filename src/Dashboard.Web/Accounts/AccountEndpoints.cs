using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Accounts;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.Accounts;

/// <summary>Changes to accounts: one's own, and for admins and the owner of the data directory everybody's.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(AccountAddresses.Password, SetPasswordAsync).DisableAntiforgery();
        endpoints.MapPost("/account/sessions/{session:long}/end", End).DisableAntiforgery();

        var all = endpoints.MapGroup(AccountAddresses.All).DisableAntiforgery().AddEndpointFilter(async (call, next) => MayLookAfterAll(call.HttpContext)
            ? await next(call)
            : new SaidResult(StatusCodes.Status403Forbidden, "Only for admins", "Accounts are looked after by admins. Sign in as one."));
        all.MapPost("/add", (HttpContext context, AccountDesk desk, CancellationToken stop) => DoAsync(context, (name, role) => desk.Add(name, role), stop));
        all.MapPost("/reset", (HttpContext context, AccountDesk desk, CancellationToken stop) => DoAsync(context, (name, _) => desk.Reset(name), stop));
        all.MapPost("/disable", (HttpContext context, AccountDesk desk, CancellationToken stop) => DoAsync(context, (name, _) => desk.Disable(name), stop));
        all.MapPost("/enable", (HttpContext context, AccountDesk desk, CancellationToken stop) => DoAsync(context, (name, _) => desk.Enable(name), stop));
        all.MapPost("/role", (HttpContext context, AccountDesk desk, CancellationToken stop) => DoAsync(context, desk.SetRole, stop));
    }

    private static bool MayLookAfterAll(HttpContext context) =>
        context.SignedIn()?.Account.Role == Role.Admin || context.RequestServices.GetRequiredService<OwnerKey>().IsShownBy(context.Request);

    private static async Task<IResult> DoAsync(HttpContext context, Func<string, Role, AccountAnswer> change, CancellationToken stop)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(stop) : FormCollection.Empty;
        try
        {
            var answer = await Task.Run(() => change(form["name"].ToString(), RoleWords.Parse(form["role"]) ?? Role.Editor), stop);
            context.RequestServices.GetRequiredService<SessionPages>().Look();
            context.Response.Headers.CacheControl = "no-store";
            return answer.Password is null && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                ? new SeeOtherResult(AccountAddresses.All)
                : new AccountResult(answer);
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status409Conflict, "Nothing was changed", refusal.Message);
        }
    }

    private static async Task<IResult> SetPasswordAsync(HttpContext context, DashboardStore store, Passwords passwords, SignIn signIn, SessionPages pages, CancellationToken stop)
    {
        if (context.SignedIn() is not { } signedIn)
        {
            return new SeeOtherResult(AccountAddresses.SignInAndThen(AccountAddresses.Own));
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(stop) : FormCollection.Empty;
        var name = signedIn.Account.Name;
        try
        {
            if (!signIn.MayTry(context) || !passwords.Check(store.Accounts.FindCredentials(name)?.PasswordHash, form["current"].ToString()).IsRight)
            {
                return new SaidResult(StatusCodes.Status422UnprocessableEntity, "The password was not changed", "The present password was not right. Go back and try again.");
            }

            await Task.Run(() => store.Accounts.SetPassword(name, passwords.Hash(name, form["password"].ToString()), signedIn.Session.Number), stop);
            pages.Look();
            return new SeeOtherResult($"{AccountAddresses.Own}?changed=password");
        }
        catch (RefusedException refusal)
        {
            return new SaidResult(StatusCodes.Status422UnprocessableEntity, "The password was not changed", $"{refusal.Message} Go back and try again.");
        }
    }

    private static SeeOtherResult End(long session, HttpContext context, DashboardStore store, SessionPages pages)
    {
        if (context.SignedIn() is not { } signedIn)
        {
            return new SeeOtherResult(AccountAddresses.SignInAndThen(AccountAddresses.Own));
        }

        store.Sessions.End(signedIn.Account, session);
        pages.Look();
        return new SeeOtherResult(AccountAddresses.Own);
    }
}
