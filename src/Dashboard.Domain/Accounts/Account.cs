namespace Dashboard.Domain.Accounts;

/// <summary>Somebody who signs in.</summary>
/// <param name="IsDisabled">True for one who no longer may; what they did stays theirs.</param>
public sealed record Account(long Number, string Name, Role Role, bool IsDisabled, DateTimeOffset Created);
