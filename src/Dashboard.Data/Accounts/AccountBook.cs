using Dapper;
using Dashboard.Data.Engines;
using Dashboard.Domain;
using Dashboard.Domain.Accounts;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Accounts;

/// <summary>
/// Who may sign in. Passwords come and go as hashes; how they are made is the caller's. Any number of threads may ask.
/// The last admin stays one: somebody must look after the accounts.
/// </summary>
public sealed class AccountBook
{
    private readonly SqliteEngine _engine;
    private readonly TimeProvider _clock;

    internal AccountBook(SqliteEngine engine, TimeProvider clock) => (_engine, _clock) = (engine, clock);

    /// <summary>True until the first account is made.</summary>
    public bool IsEmpty => _engine.Read(IsEmptyIn);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Account> All() => _engine.Read<IReadOnlyList<Account>>(connection =>
        [.. connection.Query<AccountRow>($"SELECT {AccountRow.Columns} FROM account ORDER BY name").Select(row => row.Account)]);

    /// <summary>The account of that name; null when there is none.</summary>
    public Account? Find(string name) => _engine.Read(connection => FindIn(connection, name));

    /// <summary>What signing in under that name needs; null when nobody has it.</summary>
    public Credentials? FindCredentials(string name) => _engine.Read(connection =>
        connection.QuerySingleOrDefault<CredentialsRow>($"SELECT {AccountRow.Columns}, password, locked_until_ms AS lockedUntil FROM account WHERE name = @name", new { name })?.Credentials);

    /// <summary>A token with which the first account can be made, once; those that were given before it no longer count.</summary>
    public string OfferSetUp() => _engine.Write(connection =>
    {
        var token = SecretToken.New();
        connection.Execute("DELETE FROM set_up");
        connection.Execute("INSERT INTO set_up (token) VALUES (@hash)", new { hash = SecretToken.Hash(token) });
        return token;
    });

    /// <summary>Makes the first account, an admin's.</summary>
    /// <exception cref="RefusedException">There is an account already, the token is not the one that was given last, or the name is none.</exception>
    public Account SetUp(string token, string name, string passwordHash)
    {
        var checkedName = AccountName.Checked(name);
        return _engine.Write(connection =>
        {
            Refuse(!IsEmptyIn(connection), "There is an account already. Sign in with it, or ask an admin for one of your own.");
            var taken = connection.Execute("DELETE FROM set_up WHERE token = @hash", new { hash = SecretToken.Hash(token.Trim()) });
            Refuse(taken == 0, "That is not the set-up token. The terminal that the server was started in shows it; each start shows a new one.");
            return Insert(connection, checkedName, Role.Admin, passwordHash);
        });
    }

    /// <exception cref="RefusedException">Somebody has the name, or it is none.</exception>
    public Account Add(string name, Role role, string passwordHash)
    {
        var checkedName = AccountName.Checked(name);
        return _engine.Write(connection =>
        {
            Refuse(FindIn(connection, checkedName) is not null, $"There is an account called '{checkedName}' already.");
            return Insert(connection, checkedName, role, passwordHash);
        });
    }

    /// <summary>Lets somebody sign in no more, and ends their sessions; or lets them again.</summary>
    /// <exception cref="RefusedException">Nobody has the name, or it is the last admin.</exception>
    public void SetDisabled(string name, bool isDisabled) => Change(name, (connection, account) =>
    {
        Refuse(isDisabled && IsLastAdmin(connection, account), LastAdmin(account));
        connection.Execute("UPDATE account SET is_disabled = @isDisabled WHERE number = @Number", new { account.Number, isDisabled });
        EndSessions(connection, account);
    });

    /// <exception cref="RefusedException">Nobody has the name, or it is the last admin.</exception>
    public void SetRole(string name, Role role) => Change(name, (connection, account) =>
    {
        Refuse(role != Role.Admin && IsLastAdmin(connection, account), LastAdmin(account));
        connection.Execute("UPDATE account SET role = @role WHERE number = @Number", new { account.Number, role = EnumWord.Of(role) });
    });

    /// <summary>Gives another password, opens what too many wrong ones had locked, and ends all sessions.</summary>
    /// <param name="kept">The number of the session that goes on: of the person who changes their own password.</param>
    /// <exception cref="RefusedException">Nobody has the name.</exception>
    public void SetPassword(string name, string passwordHash, long? kept = null) => Change(name, (connection, account) =>
    {
        connection.Execute(
            "UPDATE account SET password = @passwordHash, failures = 0, locked_until_ms = NULL WHERE number = @Number",
            new { account.Number, passwordHash });
        EndSessions(connection, account, kept);
    });

    /// <summary>The same password hashed with more work; nothing else changes.</summary>
    public void Rehash(Account account, string passwordHash) => _engine.Write(connection =>
        connection.Execute("UPDATE account SET password = @passwordHash WHERE number = @Number", new { account.Number, passwordHash }));

    /// <summary>A wrong password: the fifth in a row and each after it locks the account, a minute at first and then twice as long, up to an hour.</summary>
    public void NoteFailure(Account account) => _engine.Write(connection =>
    {
        var failures = connection.ExecuteScalar<int>("UPDATE account SET failures = failures + 1 WHERE number = @Number RETURNING failures", new { account.Number });
        var locked = Lockout.After(failures);
        return locked == TimeSpan.Zero ? 0 : connection.Execute(
            "UPDATE account SET locked_until_ms = @until WHERE number = @Number",
            new { account.Number, until = (_clock.GetUtcNow() + locked).ToUnixTimeMilliseconds() });
    });

    /// <summary>The right password: earlier wrong ones are forgotten.</summary>
    public void NoteSuccess(Account account) => _engine.Write(connection =>
        connection.Execute("UPDATE account SET failures = 0, locked_until_ms = NULL WHERE number = @Number AND failures > 0", new { account.Number }));

    internal static Account? FindIn(SqliteConnection connection, string name) =>
        connection.QuerySingleOrDefault<AccountRow>($"SELECT {AccountRow.Columns} FROM account WHERE name = @name", new { name })?.Account;

    private static bool IsEmptyIn(SqliteConnection connection) => connection.ExecuteScalar<int>("SELECT NOT EXISTS (SELECT 1 FROM account)") == 1;

    private static bool IsLastAdmin(SqliteConnection connection, Account account) =>
        account is { Role: Role.Admin, IsDisabled: false }
        && connection.ExecuteScalar<int>("SELECT count(*) FROM account WHERE role = 'admin' AND is_disabled = 0") == 1;

    private static string LastAdmin(Account account) => $"'{account.Name}' is the only admin. Make another one first: somebody must look after the accounts.";

    private static void EndSessions(SqliteConnection connection, Account account, long? kept = null) =>
        connection.Execute("DELETE FROM session WHERE account = @Number AND number IS NOT @kept", new { account.Number, kept });

    private static void Refuse(bool condition, string message)
    {
        if (condition)
        {
            throw new RefusedException(message);
        }
    }

    private void Change(string name, Action<SqliteConnection, Account> change) => _engine.Write(connection =>
    {
        change(connection, FindIn(connection, name) ?? throw new RefusedException($"There is no account called '{name}'."));
        return 0;
    });

    private Account Insert(SqliteConnection connection, string name, Role role, string passwordHash) => connection.QuerySingle<AccountRow>(
        $"INSERT INTO account (name, role, password, created_ms) VALUES (@name, @role, @passwordHash, @now) RETURNING {AccountRow.Columns}",
        new { name, role = EnumWord.Of(role), passwordHash, now = _clock.GetUtcNow().ToUnixTimeMilliseconds() }).Account;
}
