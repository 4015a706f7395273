namespace Dashboard.Domain.Accounts;

/// <summary>One browser that somebody signed in with, until it signs out or is not used any more.</summary>
/// <param name="Number">What it is called where it is listed; it opens nothing.</param>
public sealed record Session(long Number, DateTimeOffset Begun, DateTimeOffset LastUsed);
