using Dashboard.Data;
using Dashboard.Data.Accounts;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Accounts;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>What pages hear that stay open while their session ends.</summary>
public sealed class SessionPagesTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dashboard-session-pages-");
    private readonly HandTimer _clock = new();
    private readonly DashboardStore _store;
    private readonly SessionPages _pages;
    private readonly List<string> _heard = [];

    public SessionPagesTests()
    {
        _store = DashboardStore.Open(_directory.FullName, _clock);
        _pages = new SessionPages(_store, _clock, NullLogger<SessionPages>.Instance);
        _store.Accounts.Add("Noor", Role.Admin, "hash");
    }

    public void Dispose()
    {
        _pages.Dispose();
        _store.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public void An_open_page_of_a_disabled_account_hears_of_it_within_half_a_minute_and_once()
    {
        var (sam, kim) = (Begun("Sam"), Begun("Kim"));
        using var first = _pages.Follow(sam, () => _heard.Add("Sam's first page"));
        using var second = _pages.Follow(sam, () => _heard.Add("Sam's second page"));
        using var third = _pages.Follow(kim, () => _heard.Add("Kim's page"));
        _clock.Move(TimeSpan.FromHours(1));
        Assert.Empty(_heard);

        _store.Accounts.SetDisabled("Sam", true);
        _clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal(["Sam's first page", "Sam's second page"], _heard.Order());

        _clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(2, _heard.Count);
    }

    [Fact]
    public void A_page_hears_when_nobody_used_its_session_for_too_long()
    {
        using var page = _pages.Follow(Begun("Sam"), () => _heard.Add("Sam's page"));
        _clock.Move(SessionBook.Idle - TimeSpan.FromMinutes(1));
        Assert.Empty(_heard);
        _clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(["Sam's page"], _heard);
    }

    [Fact]
    public void What_this_server_ends_is_heard_at_once_and_by_no_page_that_was_closed()
    {
        var session = Begun("Sam");
        using var open = _pages.Follow(session, () => _heard.Add("open"));
        _pages.Follow(session, () => _heard.Add("closed")).Dispose();

        _store.Sessions.End(_store.Accounts.Find("Sam")!, session.Number);
        _pages.Look();

        Assert.Equal(["open"], _heard);
    }

    [Fact]
    public void A_look_that_fails_is_no_end()
    {
        using var page = _pages.Follow(Begun("Sam"), () => _heard.Add("Sam's page"));
        _store.Dispose();
        _clock.Move(TimeSpan.FromMinutes(1));
        Assert.Empty(_heard);
    }

    private Session Begun(string name) => _store.Sessions.Find(_store.Sessions.Begin(_store.Accounts.Add(name, Role.Editor, "hash")))!.Session;
}
