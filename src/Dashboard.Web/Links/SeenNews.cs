using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>
/// Tells an open page, until it is disposed, when what it sees has changed: everything, or what its link shows. What a link shows of the
/// next revision is made ready while somebody has it open, and told of when it is; through a frozen link nothing ever changes.
/// </summary>
public sealed class SeenNews : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly Exploration _seen;
    private readonly Explorations _all;
    private readonly SharedLink? _link;
    private readonly Action _tell;
    private Loan? _next;
    private bool _isGone;
    private int _commits;

    /// <param name="seen">What the page sees.</param>
    /// <param name="link">Through which; null where it sees everything.</param>
    internal SeenNews(Exploration seen, Explorations all, SharedLink? link, Action tell)
    {
        (_seen, _all, _link, _tell) = (seen, all, link is { IsSpecial: true } ? link : null, tell);
        if (_link?.FrozenAt is not null)
        {
            return;
        }

        all.Whole.Changed += Follow;
        if (_link is not null && all.Whole.Present.Index.Revision > seen.Present.Index.Revision)
        {
            // Committed before the page was open: what it sees was the one before already.
            Follow();
        }
    }

    /// <summary>Asks what the page would see if it were drawn anew.</summary>
    public T Ask<T>(Func<Exploration, T> ask)
    {
        lock (_lock)
        {
            return ask(_next?.Exploration ?? _seen);
        }
    }

    public void Dispose()
    {
        _all.Whole.Changed -= Follow;
        _gone.Cancel();
        lock (_lock)
        {
            _isGone = true;
            _next?.Dispose();
            _next = null;
        }
    }

    /// <summary>Commits that come while one is made ready are counted only: the last of them is the next.</summary>
    private void Follow()
    {
        if (_link is null)
        {
            _tell();
        }
        else if (Interlocked.Increment(ref _commits) == 1)
        {
            _ = CatchUpAsync(_link);
        }
    }

    private async Task CatchUpAsync(SharedLink link)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _commits);
            try
            {
                Take(await _all.OpenPresentAsync(link, _gone.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // It was logged where it was made; what is shown is shown on.
            catch (Exception)
#pragma warning restore CA1031
            {
                continue;
            }

            _tell();
        }
        while (Interlocked.CompareExchange(ref _commits, 0, seen) != seen);
    }

    private void Take(Loan loan)
    {
        lock (_lock)
        {
            if (_isGone)
            {
                loan.Dispose();
                return;
            }

            _next?.Dispose();
            _next = loan;
        }
    }
}
