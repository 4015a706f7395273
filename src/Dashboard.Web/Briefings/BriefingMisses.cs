using System.Threading.RateLimiting;
using Dashboard.Web.Accounts;
using Dashboard.Web.Endpoints;

namespace Dashboard.Web.Briefings;

/// <summary>What somebody gets who asks for a briefing that there is not: they may be wrong, but not again and again.</summary>
internal sealed class BriefingMisses : IDisposable
{
    public const int MissesAMinute = 30;

    private readonly PartitionedRateLimiter<string> _misses = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = MissesAMinute, Window = TimeSpan.FromMinutes(1), AutoReplenishment = true }));

    public IResult Answer(HttpContext context)
    {
        using var lease = _misses.AttemptAcquire(SignIn.AddressOf(context));
        if (lease.IsAcquired)
        {
            return Results.NotFound();
        }

        context.Response.Headers.RetryAfter = "60";
        return new SaidResult(StatusCodes.Status429TooManyRequests, "Too many attempts", $"At most {MissesAMinute} addresses a minute are looked for that lead to no briefing. Wait a minute, and try again.");
    }

    public void Dispose() => _misses.Dispose();
}
