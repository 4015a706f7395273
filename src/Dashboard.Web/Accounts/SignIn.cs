using System.Threading.RateLimiting;
using Dashboard.Data;
using Dashboard.Domain.Accounts;

namespace Dashboard.Web.Accounts;

/// <summary>What came of an attempt to sign in.</summary>
/// <param name="Token">What the browser is to hold; null when the attempt failed.</param>
/// <param name="LockedUntil">Until then no password of the account is heard; null where it is not locked.</param>
internal sealed record SignInAnswer(string? Token, DateTimeOffset? LockedUntil);

/// <summary>Lets people in who know their password, and slows down those who guess.</summary>
internal sealed class SignIn(DashboardStore store, Passwords passwords, TimeProvider clock) : IDisposable
{
    /// <summary>So many attempts from one address are heard in a minute.</summary>
    public const int AttemptsAMinute = 10;

    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1), AutoReplenishment = true }));

    /// <summary>Counts an attempt, to sign in or to set up; false when there were too many from where it comes.</summary>
    public bool MayTry(HttpContext context)
    {
        using var lease = _attempts.AttemptAcquire(AddressOf(context));
        return lease.IsAcquired;
    }

    /// <summary>A wrong name takes as long as a wrong password, and gets the same answer.</summary>
    public SignInAnswer Try(string name, string password)
    {
        var credentials = store.Accounts.FindCredentials(name.Trim());
        if (credentials?.LockedUntil is { } until && until > clock.GetUtcNow())
        {
            return new SignInAnswer(null, until);
        }

        var (isRight, isOld) = passwords.Check(credentials?.PasswordHash, password);
        if (credentials is null || credentials.Account.IsDisabled)
        {
            return new SignInAnswer(null, null);
        }

        if (!isRight)
        {
            store.Accounts.NoteFailure(credentials.Account);
            return new SignInAnswer(null, null);
        }

        store.Accounts.NoteSuccess(credentials.Account);
        if (isOld)
        {
            store.Accounts.Rehash(credentials.Account, passwords.Hash(credentials.Account.Name, password));
        }

        return new SignInAnswer(store.Sessions.Begin(credentials.Account), null);
    }

    /// <summary>Begins a session for somebody who has just made the first account.</summary>
    public string Begin(Account account) => store.Sessions.Begin(account);

    public void Dispose() => _attempts.Dispose();

    /// <summary>Behind a proxy on this machine everybody comes from this machine: then it is what the proxy says last.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var passedOn = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return passedOn.Length > 0 && address is not null && System.Net.IPAddress.IsLoopback(address) ? passedOn : $"{address}";
    }
}
