using Dashboard.Domain.Accounts;

namespace Dashboard.Data.Accounts;

/// <summary>What is compared with what somebody types.</summary>
/// <param name="LockedUntil">Until then no password is heard; null where none is locked out.</param>
public sealed record Credentials(Account Account, string PasswordHash, DateTimeOffset? LockedUntil);
