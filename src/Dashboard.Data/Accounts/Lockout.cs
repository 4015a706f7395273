namespace Dashboard.Data.Accounts;

/// <summary>How long an account hears no password after wrong ones.</summary>
internal static class Lockout
{
    private const int Free = 4;

    private static readonly TimeSpan _first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <param name="failures">In a row.</param>
    public static TimeSpan After(int failures)
    {
        var doublings = Math.Min(failures - Free - 1, 10);
        return doublings < 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(_first.Ticks << doublings, _longest.Ticks));
    }
}
