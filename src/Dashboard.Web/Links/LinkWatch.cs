namespace Dashboard.Web.Links;

/// <summary>Tells pages that stay open when the link that they are seen through opens nothing any more: it expired, or somebody ended it.</summary>
public sealed partial class LinkWatch : IDisposable
{
    /// <summary>So often it is looked at; a page closes well within half a minute.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Explorations _explorations;
    private readonly ILogger<LinkWatch> _log;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly HashSet<Follower> _followers = [];

    public LinkWatch(Explorations explorations, TimeProvider clock, ILogger<LinkWatch> log)
    {
        (_explorations, _log) = (explorations, log);
        _timer = clock.CreateTimer(_ => LookOrTryLater(), null, Every, Every);
    }

    /// <param name="token">What opened the link.</param>
    /// <param name="ended">Called once at most, on any thread.</param>
    /// <returns>To be disposed of when the page is closed, or sees something else.</returns>
    public IDisposable Follow(string token, Action ended)
    {
        var follower = new Follower(this, token, ended);
        lock (_lock)
        {
            _followers.Add(follower);
        }

        return follower;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        Follower[] followers;
        lock (_lock)
        {
            followers = [.. _followers];
        }

        foreach (var pages in followers.GroupBy(follower => follower.Token).Where(pages => _explorations.Find(pages.Key) is null))
        {
            foreach (var page in pages.Where(Leave))
            {
                page.Ended();
            }
        }
    }

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
#pragma warning disable CA1031 // On the timer's thread it would end the server; the next look may succeed.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotLooked(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the links of open pages are open still could not be found out; asked again soon")]
    private partial void LogNotLooked(Exception error);

    private sealed class Follower(LinkWatch watch, string token, Action ended) : IDisposable
    {
        public string Token => token;

        public Action Ended => ended;

        public void Dispose() => watch.Leave(this);
    }
}
