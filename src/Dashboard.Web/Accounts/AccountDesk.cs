using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Accounts;

namespace Dashboard.Web.Accounts;

/// <summary>What was done to an account, in words.</summary>
/// <param name="Password">A new one, to be handed over; it is told here and never again.</param>
internal sealed record AccountAnswer(string Said, string? Password);

/// <summary>Looks after the accounts, for an admin on a page and for the owner of the data directory on the command line.</summary>
internal sealed class AccountDesk(DashboardStore store, Passwords passwords)
{
    /// <exception cref="RefusedException">Somebody has the name, or it is none.</exception>
    public AccountAnswer Add(string name, Role role)
    {
        var password = Passwords.New();
        var account = store.Accounts.Add(name, role, passwords.Hash(name, password));
        return new AccountAnswer($"{account.Name} can sign in as {RoleWords.WithArticle(role)}.", password);
    }

    /// <exception cref="RefusedException">Nobody has the name.</exception>
    public AccountAnswer Reset(string name)
    {
        var password = Passwords.New();
        store.Accounts.SetPassword(name, passwords.Hash(name, password));
        return new AccountAnswer($"{name} has a new password and is signed out everywhere.", password);
    }

    /// <exception cref="RefusedException">Nobody has the name, or it is the last admin.</exception>
    public AccountAnswer Disable(string name)
    {
        store.Accounts.SetDisabled(name, true);
        return new AccountAnswer($"{name} can no longer sign in and is signed out everywhere.", null);
    }

    /// <exception cref="RefusedException">Nobody has the name.</exception>
    public AccountAnswer Enable(string name)
    {
        store.Accounts.SetDisabled(name, false);
        return new AccountAnswer($"{name} can sign in again.", null);
    }

    /// <exception cref="RefusedException">Nobody has the name, or it is the last admin.</exception>
    public AccountAnswer SetRole(string name, Role role)
    {
        store.Accounts.SetRole(name, role);
        return new AccountAnswer($"{name} is {RoleWords.WithArticle(role)} now.", null);
    }
}
