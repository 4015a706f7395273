using System.Text;
using Dashboard.Data.Accounts;
using Dashboard.Domain.Accounts;

namespace Dashboard.Data.Tests.Accounts;

public sealed class SessionBookTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly HandClock _clock = new();
    private readonly DashboardStore _store;
    private readonly Account _noor;
    private readonly Account _sam;

    public SessionBookTests()
    {
        _store = DashboardStore.Open(_directory.Path, _clock);
        (_noor, _sam) = (_store.Accounts.Add("Noor", Role.Admin, "hash"), _store.Accounts.Add("Sam", Role.Editor, "hash"));
    }

    private SessionBook Sessions => _store.Sessions;

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void What_a_browser_holds_tells_who_it_is_and_nothing_else_does()
    {
        var (noors, sams) = (Sessions.Begin(_noor), Sessions.Begin(_sam));
        Assert.Equal(_noor, Sessions.Find(noors)?.Account);
        Assert.Equal(_sam, Sessions.Find(sams)?.Account);
        Assert.Null(Sessions.Find(""));
        Assert.Null(Sessions.Find(noors[..^1]));
        Assert.Null(Sessions.Find(noors.ToUpperInvariant()));
    }

    [Fact]
    public void What_a_browser_holds_is_not_in_the_store()
    {
        var token = Sessions.Begin(_noor);
        var setUp = _store.Accounts.OfferSetUp();
        _store.Dispose();
        var file = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_directory.Path, "dashboard.db")));
        Assert.Contains("Noor", file, StringComparison.Ordinal);
        Assert.DoesNotContain(token, file, StringComparison.Ordinal);
        Assert.DoesNotContain(setUp, file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_ends_when_it_is_not_used_for_two_weeks()
    {
        var token = Sessions.Begin(_noor);
        _clock.Move(SessionBook.Idle - TimeSpan.FromHours(1));
        Assert.NotNull(Sessions.Find(token));
        _clock.Move(SessionBook.Idle - TimeSpan.FromHours(1));
        Assert.Equal(_clock.GetUtcNow() - (2 * (SessionBook.Idle - TimeSpan.FromHours(1))), Sessions.Find(token)?.Session.Begun);
        _clock.Move(SessionBook.Idle);
        Assert.Null(Sessions.Find(token));
    }

    [Fact]
    public void A_session_ends_after_ninety_days_however_much_it_is_used()
    {
        var token = Sessions.Begin(_noor);
        for (var day = 1; day < 90; day++)
        {
            _clock.Move(TimeSpan.FromDays(1));
            Assert.NotNull(Sessions.Find(token));
        }

        _clock.Move(TimeSpan.FromDays(1));
        Assert.Null(Sessions.Find(token));
    }

    [Fact]
    public void Sessions_are_listed_the_last_used_first_and_are_ended_by_whom_they_belong_to()
    {
        var first = Sessions.Begin(_noor);
        var begun = _clock.GetUtcNow();
        var later = _clock.Move(TimeSpan.FromHours(1));
        var second = Sessions.Begin(_noor);
        Assert.Equal([new Session(2, later, later), new Session(1, begun, begun)], Sessions.Of(_noor));

        Sessions.End(_sam, 1);
        Assert.NotNull(Sessions.Find(first));
        Sessions.End(_noor, 1);
        Assert.Null(Sessions.Find(first));
        Assert.Equal(2, Sessions.Find(second)?.Session.Number);
    }

    [Fact]
    public void Who_is_disabled_is_signed_out_everywhere_for_good()
    {
        var token = Sessions.Begin(_sam);
        _store.Accounts.SetDisabled("Sam", true);
        Assert.Null(Sessions.Find(token));
        _store.Accounts.SetDisabled("Sam", false);
        Assert.Null(Sessions.Find(token));
    }

    [Fact]
    public void A_new_password_ends_all_sessions_but_the_one_that_it_was_given_in()
    {
        var (here, there, sams) = (Sessions.Begin(_noor), Sessions.Begin(_noor), Sessions.Begin(_sam));
        _store.Accounts.SetPassword("Noor", "other", Sessions.Find(here)!.Session.Number);
        Assert.Equal([true, false, true], new[] { here, there, sams }.Select(token => Sessions.Find(token) is not null));

        _store.Accounts.SetPassword("Noor", "third");
        Assert.Equal([false, true], new[] { here, sams }.Select(token => Sessions.Find(token) is not null));
    }

    [Fact]
    public void A_session_goes_on_until_it_is_ended_and_a_later_one_of_its_number_is_another()
    {
        var session = Sessions.Find(Sessions.Begin(_noor))!.Session;
        Assert.True(Sessions.GoesOn(session));
        Sessions.End(_noor, session.Number);
        Assert.False(Sessions.GoesOn(session));

        _clock.Move(TimeSpan.FromSeconds(1));
        var later = Sessions.Find(Sessions.Begin(_sam))!.Session;
        Assert.Equal((session.Number, false, true), (later.Number, Sessions.GoesOn(session), Sessions.GoesOn(later)));

        _clock.Move(SessionBook.Idle);
        Assert.False(Sessions.GoesOn(later));
    }

    [Fact]
    public void What_somebody_may_do_is_found_out_anew_each_time()
    {
        var token = Sessions.Begin(_sam);
        _store.Accounts.SetRole("Sam", Role.Admin);
        Assert.Equal(Role.Admin, Sessions.Find(token)?.Account.Role);
    }
}
