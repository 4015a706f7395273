using Dashboard.Data.Accounts;
using Dashboard.Domain;
using Dashboard.Domain.Accounts;

namespace Dashboard.Data.Tests.Accounts;

public sealed class AccountBookTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly HandClock _clock = new();
    private readonly DashboardStore _store;

    public AccountBookTests() => _store = DashboardStore.Open(_directory.Path, _clock);

    private AccountBook Accounts => _store.Accounts;

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void The_token_that_was_offered_last_makes_the_first_account_once()
    {
        Assert.True(Accounts.IsEmpty);
        var (earlier, token) = (Accounts.OfferSetUp(), Accounts.OfferSetUp());
        Assert.StartsWith("That is not the set-up token.", Assert.Throws<RefusedException>(() => Accounts.SetUp(earlier, "Noor", "hash")).Message, StringComparison.Ordinal);
        Assert.True(Accounts.IsEmpty);

        var account = Accounts.SetUp($" {token} ", " Noor ", "hash");

        Assert.Equal(new Account(1, "Noor", Role.Admin, false, _clock.GetUtcNow()), account);
        Assert.Equal([account], Accounts.All());
        Assert.False(Accounts.IsEmpty);
        Assert.StartsWith("There is an account already.", Assert.Throws<RefusedException>(() => Accounts.SetUp(token, "Mallory", "hash")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_not_spent_on_a_name_that_is_none()
    {
        var token = Accounts.OfferSetUp();
        Assert.Throws<RefusedException>(() => Accounts.SetUp(token, " ", "hash"));
        Assert.Throws<RefusedException>(() => Accounts.SetUp(token, new string('n', AccountName.Longest + 1), "hash"));
        Assert.Throws<RefusedException>(() => Accounts.SetUp(token, "No\u0007or", "hash"));
        Assert.Equal("نور", Accounts.SetUp(token, "نور", "hash").Name);
    }

    [Fact]
    public void A_name_is_one_account_whatever_its_case()
    {
        var account = Accounts.Add("Noor", Role.Editor, "hash");
        Assert.Equal(account, Accounts.Find("NOOR"));
        Assert.Equal("There is an account called 'noor' already.", Assert.Throws<RefusedException>(() => Accounts.Add("noor", Role.Admin, "other")).Message);
        Assert.Equal(new Credentials(account, "hash", null), Accounts.FindCredentials("nOOr"));
        Assert.Null(Accounts.FindCredentials("somebody"));
    }

    [Fact]
    public void The_last_admin_stays_one()
    {
        Accounts.Add("Noor", Role.Admin, "hash");
        Accounts.Add("Sam", Role.Admin, "hash");
        Accounts.SetRole("Sam", Role.Editor);
        Assert.Throws<RefusedException>(() => Accounts.SetRole("Noor", Role.Editor));
        Assert.Throws<RefusedException>(() => Accounts.SetDisabled("Noor", true));

        Accounts.SetRole("Sam", Role.Admin);
        Accounts.SetDisabled("Noor", true);

        Assert.Equal([("Noor", Role.Admin, true), ("Sam", Role.Admin, false)], Accounts.All().Select(account => (account.Name, account.Role, account.IsDisabled)));
        Assert.Throws<RefusedException>(() => Accounts.SetDisabled("Sam", true));
        Assert.Equal("There is no account called 'Kim'.", Assert.Throws<RefusedException>(() => Accounts.SetRole("Kim", Role.Admin)).Message);
    }

    [Fact]
    public void The_fifth_wrong_password_locks_for_a_minute_and_each_further_one_twice_as_long_up_to_an_hour()
    {
        var account = Accounts.Add("Noor", Role.Editor, "hash");
        var locks = Enumerable.Range(0, 13).Select(_ =>
        {
            Accounts.NoteFailure(account);
            return (Accounts.FindCredentials("Noor")!.LockedUntil - _clock.GetUtcNow())?.TotalMinutes;
        });
        Assert.Equal([null, null, null, null, 1, 2, 4, 8, 16, 32, 60, 60, 60], locks);

        Accounts.NoteSuccess(account);
        Assert.Null(Accounts.FindCredentials("Noor")!.LockedUntil);
        Accounts.NoteFailure(account);
        Assert.Null(Accounts.FindCredentials("Noor")!.LockedUntil);
    }

    [Fact]
    public void Accounts_outlive_a_restart()
    {
        var account = Accounts.Add("Noor", Role.Editor, "hash");
        _store.Dispose();
        using var again = DashboardStore.Open(_directory.Path, _clock);
        Assert.Equal(new Credentials(account, "hash", null), again.Accounts.FindCredentials("Noor"));
    }
}
