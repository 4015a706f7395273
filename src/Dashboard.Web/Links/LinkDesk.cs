using Dashboard.Data.Import;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Links;

/// <summary>
/// Makes what links show, one at a time beside everything else, and keeps the last few for all who open them. A link to the present that
/// was shown before goes on showing that until the next is ready, as every page does.
/// </summary>
internal sealed partial class LinkDesk(Exploration whole, ILogger log, TimeProvider time) : IDisposable
{
    /// <summary>How many are kept when nobody looks at them.</summary>
    public const int MostKept = 8;

    /// <summary>Who went away to come back is waited for so long.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<LinkedExcerpt> _kept = new();

    private readonly List<Making> _wanted = [];
    private Making? _underWay;
    private bool _isStopped;

    /// <returns>Null where it was not ready in time.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more.</exception>
    public async Task<Loan?> OpenAsync(SharedLink link, string? revisionName, TimeSpan? patience, CancellationToken stop)
    {
        var revision = link.FrozenAt ?? whole.Present.Index.Revision;
        if (Lend(link, kept => kept.RevisionName == revisionName) is { } named)
        {
            return named;
        }

        if (Lend(link, kept => kept.Revision == revision) is { } there)
        {
            return there;
        }

        var making = Join(link, revision);
        var comesBack = false;
        try
        {
            // The one before stands in for it: nobody waits where something can be shown.
            if (Lend(link, _ => true) is { } before)
            {
                comesBack = true;
                return before;
            }

            var made = await making.Made.Task.WaitAsync(patience ?? Timeout.InfiniteTimeSpan, time, stop);
            return made.Lend();
        }
        catch (TimeoutException)
        {
            comesBack = true;
            return null;
        }
        finally
        {
            Leave(making, comesBack);
        }
    }

    public void Dispose()
    {
        Thread? thread;
        lock (_lock)
        {
            _isStopped = true;
            thread = _underWay?.Thread;
            foreach (var making in _wanted)
            {
                making.Stop.Cancel();
                making.Made.TrySetCanceled();
            }
        }

        thread?.Join();
        foreach (var kept in _kept)
        {
            kept.Drop();
        }

        _kept.Clear();
    }

    private Loan? Lend(SharedLink link, Func<LinkedExcerpt, bool> isWanted)
    {
        lock (_lock)
        {
            if (_kept.Where(kept => kept.Link == link.Number && isWanted(kept)).MaxBy(kept => kept.Revision) is not { } found)
            {
                return null;
            }

            _kept.Remove(found);
            _kept.AddFirst(found);
            return found.Lend();
        }
    }

    private Making Join(SharedLink link, long revision)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            var making = _wanted.Find(wanted => wanted.Link.Number == link.Number && wanted.Revision == revision && !wanted.Stop.IsCancellationRequested);
            if (making is null)
            {
                _wanted.Add(making = new Making(link, revision));
            }

            making.Waiting++;
            if (_underWay is null)
            {
                _underWay = making;
                BackgroundThread.Start("what a link shows", givesWay: false, MakeAll);
            }
            else
            {
                GiveUpWhatNobodyWants();
            }

            return making;
        }
    }

    private void Leave(Making making, bool comesBack)
    {
        lock (_lock)
        {
            making.Waiting--;
            making.WantedUntil = comesBack ? time.GetUtcNow() + _patience : making.WantedUntil;
            GiveUpWhatNobodyWants();
        }
    }

    private void GiveUpWhatNobodyWants()
    {
        if (_underWay is { } making && !making.IsWanted(time.GetUtcNow()))
        {
            making.Stop.Cancel();
        }
    }

    private void MakeAll()
    {
        while (Next() is { } making)
        {
            try
            {
                making.Made.TrySetResult(Keep(LinkedExcerpt.Make(whole, making.Link, making.Revision, log, time, making.Stop.Token)));
            }
            catch (OperationCanceledException)
            {
                making.Made.TrySetCanceled();
            }
#pragma warning disable CA1031 // Whoever waits for it hears of it.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogNotMade(making.Link.Number, problem);
                making.Made.TrySetException(problem);
            }
        }
    }

    /// <summary>What is to be made next, without that which was made before.</summary>
    private Making? Next()
    {
        lock (_lock)
        {
            _wanted.RemoveAll(making => making.Made.Task.IsCompleted || !making.IsWanted(time.GetUtcNow()));
            _underWay = _isStopped ? null : _wanted.FirstOrDefault();
            if (_underWay is { } next)
            {
                next.Thread = Thread.CurrentThread;
            }

            return _underWay;
        }
    }

    private LinkedExcerpt Keep(LinkedExcerpt made)
    {
        List<LinkedExcerpt> dropped;
        lock (_lock)
        {
            // Pages that are open have the one before.
            dropped = [.. _kept.Where(kept => kept.Link == made.Link).OrderByDescending(kept => kept.Revision).Skip(1), .. _kept.Where(kept => kept.Link != made.Link).Skip(MostKept - 1)];
            foreach (var old in dropped)
            {
                _kept.Remove(old);
            }

            _kept.AddFirst(made);
        }

        dropped.ForEach(old => old.Drop());
        return made;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What link {Number} shows could not be made ready")]
    private partial void LogNotMade(long number, Exception problem);

    /// <summary>What a link shows, on its way, and who waits for it.</summary>
    private sealed class Making(SharedLink link, long revision)
    {
        public SharedLink Link => link;

        public long Revision => revision;

        public CancellationTokenSource Stop { get; } = new();

        public TaskCompletionSource<LinkedExcerpt> Made { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Thread? Thread { get; set; }

        public int Waiting { get; set; }

        /// <summary>Somebody said that they would come back until then.</summary>
        public DateTimeOffset WantedUntil { get; set; }

        public bool IsWanted(DateTimeOffset now) => Waiting > 0 || WantedUntil > now;
    }
}
