using Dashboard.Data;
using Dashboard.Domain.Accounts;

namespace Dashboard.Web.Accounts;

/// <summary>
/// Tells pages that stay open when the session that they were opened in has ended: by signing out in another tab, by an admin,
/// or of itself. What this server ends is told at once, everything else when it is looked at next.
/// </summary>
public sealed partial class SessionWatch : IDisposable
{
    /// <summary>So often it is looked at; a page stops well within half a minute.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly DashboardStore _store;
    private readonly ILogger<SessionWatch> _log;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly HashSet<Follower> _followers = [];

    public SessionWatch(DashboardStore store, TimeProvider clock, ILogger<SessionWatch> log)
    {
        (_store, _log) = (store, log);
        _timer = clock.CreateTimer(_ => LookOrTryLater(), null, Every, Every);
    }

    /// <summary>Whether somebody who looks at a page that stays open may change the data now.</summary>
    /// <param name="visitor">Null for nobody that is known.</param>
    public bool MayChange(Visitor? visitor) => visitor is not null && (visitor.MayChangeWithoutAccount || (visitor.Session is { } session && _store.Sessions.GoesOn(session)));

    /// <param name="ended">Called once at most, on any thread.</param>
    /// <returns>To be disposed of when the page is closed.</returns>
    public IDisposable Follow(Session session, Action ended)
    {
        var follower = new Follower(this, session, ended);
        lock (_lock)
        {
            _followers.Add(follower);
        }

        return follower;
    }

    /// <summary>Looks now: something has just ended.</summary>
    public void Look()
    {
        Follower[] followers;
        lock (_lock)
        {
            followers = [.. _followers];
        }

        foreach (var pages in followers.GroupBy(follower => follower.Session).Where(pages => !_store.Sessions.GoesOn(pages.Key)))
        {
            foreach (var page in pages.Where(Leave))
            {
                page.Ended();
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    /// <returns>False for one that had left.</returns>
    private bool Leave(Follower follower)
    {
        lock (_lock)
        {
            return _followers.Remove(follower);
        }
    }

    private void LookOrTryLater()
    {
        try
        {
            Look();
        }
        catch (Exception error)
        {
            // On the timer's thread it would end the server; the next look may succeed.
            NotLooked(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open pages could not be asked whether their sessions go on; asked again soon.")]
    private partial void NotLooked(Exception error);

    private sealed class Follower(SessionWatch watch, Session session, Action ended) : IDisposable
    {
        public Session Session => session;

        public Action Ended => ended;

        public void Dispose() => watch.Leave(this);
    }
}
