using System.Threading.RateLimiting;

namespace Dashboard.Web.Links;

/// <summary>Counts, for each address, what was asked of links: tokens that open nothing, and plain links that were made.</summary>
internal sealed class LinkMisses : IDisposable
{
    public const int MissesAMinute = 30;

    public const int PlainLinksAMinute = 60;

    public const string RetryAfterSeconds = "60";

    private readonly PartitionedRateLimiter<string> _misses = Limiter(MissesAMinute);
    private readonly PartitionedRateLimiter<string> _plain = Limiter(PlainLinksAMinute);

    /// <summary>Counts a token that opens nothing; false when there were too many from where it comes.</summary>
    public bool MayMiss(HttpContext context) => Count(_misses, context);

    /// <summary>Counts a plain link that somebody wants made; false when there were too many from where they are.</summary>
    public bool MayMake(HttpContext context) => Count(_plain, context);

    public void Dispose()
    {
        _misses.Dispose();
        _plain.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), AutoReplenishment = true }));

    private static bool Count(PartitionedRateLimiter<string> limiter, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(Accounts.SignIn.AddressOf(context));
        return lease.IsAcquired;
    }
}
