using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Web.Briefings;

/// <summary>What came of what a presenter said.</summary>
public enum Hearing
{
    Heard,

    /// <summary>More came than <see cref="Briefing.MessagesASecond"/>: it was left out, and the next one counts.</summary>
    TooMany,

    /// <summary>It is not seen through the link that is presented: what was shown last stays.</summary>
    Outside,

    /// <summary>The briefing is over.</summary>
    Over,
}

/// <summary>
/// One presenter, and those who follow. Only the present state is kept: who comes late, or reads slowly, gets that and nothing of
/// what was before it.
/// </summary>
public sealed class Briefing
{
    /// <summary>So often a presenter is heard.</summary>
    public const int MessagesASecond = 10;

    /// <summary>No more people follow one briefing.</summary>
    public const int MostFollowers = 500;

    /// <summary>A presenter's page says something every two seconds. After so long without a word the followers are told.</summary>
    public static readonly TimeSpan AwayAfter = TimeSpan.FromSeconds(6);

    /// <summary>After so long without a word the briefing ends by itself.</summary>
    public static readonly TimeSpan EndsAfter = TimeSpan.FromMinutes(5);

    /// <summary>So often a follower gets at least a sign of life: proxies close what is silent.</summary>
    public static readonly TimeSpan BeatsEvery = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly byte[] _key;
    private PresentedView _shown;
    private BriefingStanding _standing = BriefingStanding.Live;
    private BriefingNews _news;
    private TaskCompletionSource _wake = NewWake();
    private int _followers;
    private long _heard;
    private long _woken;
    private double _allowance = MessagesASecond;

    internal Briefing(string presenter, PresentedView shown, TimeProvider clock)
    {
        (Presenter, _shown, _clock, Link) = (presenter, shown, clock, shown.View.Query.Link);
        (Token, Key) = (BriefingSecret.New(), BriefingSecret.New());
        _key = Encoding.ASCII.GetBytes(Key);
        _heard = _woken = clock.GetTimestamp();
        _news = BriefingNews.Of(1, presenter, _standing, shown);
    }

    /// <summary>Who knows it follows.</summary>
    public string Token { get; }

    /// <summary>Who knows it presents.</summary>
    public string Key { get; }

    /// <summary>The name that followers read.</summary>
    public string Presenter { get; }

    /// <summary>What opens the link that it began with: whoever follows sees what is seen through it, and nothing else. Null where it began with all that there is.</summary>
    public string? Link { get; }

    public int Followers => Volatile.Read(ref _followers);

    public BriefingStanding Standing
    {
        get
        {
            lock (_lock)
            {
                return _standing;
            }
        }
    }

    /// <summary>What is shown now.</summary>
    public PresentedView Shown
    {
        get
        {
            lock (_lock)
            {
                return _shown;
            }
        }
    }

    /// <summary>The present state; followers ask for the one after that which they have.</summary>
    internal BriefingNews News
    {
        get
        {
            lock (_lock)
            {
                return _news;
            }
        }
    }

    public bool IsKey(string? key) => key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), _key);

    /// <summary>The presenter shows something, or says that nothing changed by showing the same.</summary>
    public Hearing Show(PresentedView view) => Link is null || view.View.Query.Link == Link ? Hear(() => (BriefingStanding.Live, view))
        : Pause() is var heard and not Hearing.Heard ? heard
        : Hearing.Outside;

    /// <summary>The presenter looks around unseen; what is shown stays.</summary>
    public Hearing Pause() => Hear(() => (BriefingStanding.Paused, _shown with { Pointer = null }));

    /// <summary>Somebody begins to follow; null where too many do, or it is over.</summary>
    public BriefingFollower? Join()
    {
        lock (_lock)
        {
            if (_standing == BriefingStanding.Ended || _followers >= MostFollowers)
            {
                return null;
            }

            Interlocked.Increment(ref _followers);
            return new BriefingFollower(this);
        }
    }

    internal void Leave() => Interlocked.Decrement(ref _followers);

    internal void End()
    {
        lock (_lock)
        {
            Change(BriefingStanding.Ended, _shown with { Pointer = null });
        }
    }

    /// <summary>Looks whether the presenter is still there, and whether followers need a sign of life.</summary>
    /// <returns>False where it has ended.</returns>
    internal bool Look()
    {
        lock (_lock)
        {
            var silent = _clock.GetElapsedTime(_heard);
            if (silent >= EndsAfter)
            {
                Change(BriefingStanding.Ended, _shown with { Pointer = null });
            }
            else if (silent >= AwayAfter)
            {
                Change(BriefingStanding.Away, _shown with { Pointer = null });
            }

            if (_clock.GetElapsedTime(_woken) >= BeatsEvery)
            {
                Wake();
            }

            return _standing != BriefingStanding.Ended;
        }
    }

    /// <summary>The state now, and what ends when there is another one or a sign of life is due.</summary>
    internal (BriefingNews News, Task Wake) Follow()
    {
        lock (_lock)
        {
            return (_news, _wake.Task);
        }
    }

    private Hearing Hear(Func<(BriefingStanding Standing, PresentedView Shown)> said)
    {
        lock (_lock)
        {
            if (_standing == BriefingStanding.Ended)
            {
                return Hearing.Over;
            }

            var now = _clock.GetTimestamp();
            _allowance = Math.Min(MessagesASecond, _allowance + (_clock.GetElapsedTime(_heard, now).TotalSeconds * MessagesASecond));
            _heard = now;
            if (_allowance < 1)
            {
                return Hearing.TooMany;
            }

            _allowance--;
            var (standing, shown) = said();
            Change(standing, shown);
            return Hearing.Heard;
        }
    }

    private void Change(BriefingStanding standing, PresentedView shown)
    {
        if (_standing != BriefingStanding.Ended && (standing != _standing || shown != _shown))
        {
            (_standing, _shown) = (standing, shown);
            _news = BriefingNews.Of(_news.Number + 1, Presenter, standing, shown);
            Wake();
        }
    }

    private void Wake()
    {
        _woken = _clock.GetTimestamp();
        var wake = _wake;
        _wake = NewWake();
        wake.SetResult();
    }

    /// <summary>Whoever waits goes on elsewhere: a presenter does not wait for followers.</summary>
    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
