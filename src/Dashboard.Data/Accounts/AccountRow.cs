using Dashboard.Domain.Accounts;

namespace Dashboard.Data.Accounts;

/// <summary>A row of the table <c>account</c>, without its password.</summary>
internal record AccountRow
{
    public const string Columns = "account.number, name, role, is_disabled AS isDisabled, created_ms AS created";

    public required long Number { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required long IsDisabled { get; init; }

    public required long Created { get; init; }

    public Account Account => new(Number, Name, Enum.Parse<Role>(Role, ignoreCase: true), IsDisabled != 0, DateTimeOffset.FromUnixTimeMilliseconds(Created));
}

/// <summary>A row of the table <c>account</c>.</summary>
internal sealed record CredentialsRow : AccountRow
{
    public required string Password { get; init; }

    public required long? LockedUntil { get; init; }

    public Credentials Credentials => new(Account, Password, LockedUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null);
}
