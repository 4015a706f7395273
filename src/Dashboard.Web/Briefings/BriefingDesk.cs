using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Web.Briefings;

/// <summary>The briefings that are under way. They are in memory only: nobody can look up afterwards who showed what.</summary>
public sealed class BriefingDesk : IDisposable
{
    /// <summary>No more are under way at once.</summary>
    public const int MostBriefings = 32;

    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Briefing> _briefings = new(StringComparer.Ordinal);
    private readonly Lock _beginning = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public BriefingDesk(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Look(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count => _briefings.Count;

    /// <summary>Begins a briefing; null where there are too many.</summary>
    public Briefing? Begin(string presenter, PresentedView shown)
    {
        lock (_beginning)
        {
            if (_briefings.Count >= MostBriefings)
            {
                return null;
            }

            var briefing = new Briefing(presenter, shown, _clock);
            _briefings[briefing.Token] = briefing;
            _timer.Change(_lookEvery, _lookEvery);
            return briefing;
        }
    }

    /// <summary>False where there is none, or none any more.</summary>
    public bool TryFind(string token, [NotNullWhen(true)] out Briefing? briefing) => _briefings.TryGetValue(token, out briefing);

    public void End(Briefing briefing)
    {
        briefing.End();
        Forget(briefing);
    }

    /// <summary>What happens by itself: presenters are away, briefings end, followers get signs of life.</summary>
    public void Look()
    {
        foreach (var briefing in _briefings.Values.Where(briefing => !briefing.Look()))
        {
            Forget(briefing);
        }
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Where nothing is under way, nothing looks.</summary>
    private void Forget(Briefing briefing)
    {
        lock (_beginning)
        {
            _briefings.TryRemove(briefing.Token, out _);
            if (_briefings.IsEmpty)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
