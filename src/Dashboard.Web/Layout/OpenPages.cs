namespace Dashboard.Web.Layout;

/// <summary>
/// Pages that stay open and stand on something that may end: a session, a link. It is asked now and then whether that still
/// holds, and a page hears when it does not.
/// </summary>
/// <typeparam name="T">What a page stands on, with value equality: it is asked once for all pages that stand on the same.</typeparam>
public abstract partial class OpenPages<T> : IDisposable
    where T : notnull
{
    /// <summary>So often it is asked; a page ends well within half a minute.</summary>
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(10);

    private readonly ILogger _log;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly HashSet<Page> _pages = [];

    protected OpenPages(TimeProvider clock, ILogger log)
    {
        _log = log;
        _timer = clock.CreateTimer(_ => LookOrTryLater(), null, _every, _every);
    }

    /// <param name="ground">What the page stands on.</param>
    /// <param name="ended">Called once at most, on any thread.</param>
    /// <returns>To be disposed of when the page is closed, or stands on something else.</returns>
    public IDisposable Follow(T ground, Action ended)
    {
        var page = new Page(this, ground, ended);
        lock (_lock)
        {
            _pages.Add(page);
        }

        return page;
    }

    /// <summary>Asks now: something may just have ended.</summary>
    public void Look()
    {
        Page[] pages;
        lock (_lock)
        {
            pages = [.. _pages];
        }

        foreach (var onOne in pages.GroupBy(page => page.Ground).Where(onOne => !Holds(onOne.Key)))
        {
            foreach (var page in onOne.Where(Leave))
            {
                page.Ended();
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether it still holds now; called on any thread.</summary>
    protected abstract bool Holds(T ground);

    /// <returns>False for one that had left.</returns>
    private bool Leave(Page page)
    {
        lock (_lock)
        {
            return _pages.Remove(page);
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
            LogNotAsked(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether what open pages stand on still holds could not be found out; asked again soon")]
    private partial void LogNotAsked(Exception error);

    private sealed class Page(OpenPages<T> pages, T ground, Action ended) : IDisposable
    {
        public T Ground => ground;

        public Action Ended => ended;

        public void Dispose() => pages.Leave(this);
    }
}
