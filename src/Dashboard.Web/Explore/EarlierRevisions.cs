using Dashboard.Data;
using Dashboard.Data.Import;

namespace Dashboard.Web.Explore;

/// <summary>
/// Revisions that are not the present one any more, for who asks what was there on a day: made when they are asked for, one
/// at a time beside everything else, and the last few of them kept.
/// </summary>
public sealed partial class EarlierRevisions : IDisposable
{
    /// <summary>How many are kept beside the present one.</summary>
    public const int MostKept = 2;

    /// <summary>Who went away to come back is waited for so long.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly DashboardStore _store;
    private readonly ILogger _log;
    private readonly TimeProvider _time;

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<ExploredRevision> _kept = new();

    /// <summary>In the order in which they were asked for; the first one that somebody waits for is being made.</summary>
    private readonly List<Making> _wanted = [];

    private Making? _underWay;
    private bool _isStopped;

    public EarlierRevisions(DashboardStore store, ILogger log, TimeProvider time) => (_store, _log, _time) = (store, log, time);

    /// <summary>The revision, if it is there already.</summary>
    public ExploredRevision? Find(long revision)
    {
        lock (_lock)
        {
            if (_kept.FirstOrDefault(kept => kept.Index.Revision == revision) is not { } found)
            {
                return null;
            }

            _kept.Remove(found);
            _kept.AddFirst(found);
            return found;
        }
    }

    /// <summary>The revision as it is there, or as soon as it is made.</summary>
    /// <param name="patience">How long to wait; null waits to the end. Who waited in vain may ask again: it goes on being made for a while.</param>
    /// <returns>Null where it was not made in time.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more: what nobody else waits for is given up.</exception>
    public async Task<ExploredRevision?> FindOrMakeAsync(long revision, TimeSpan? patience, CancellationToken stop)
    {
        if (Find(revision) is { } known)
        {
            return known;
        }

        stop.ThrowIfCancellationRequested();
        var making = Join(revision);
        var comesBack = false;
        try
        {
            return await making.Made.Task.WaitAsync(patience ?? Timeout.InfiniteTimeSpan, _time, stop);
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
        lock (_lock)
        {
            _isStopped = true;
            _underWay?.Stop.Cancel();
            foreach (var making in _wanted)
            {
                making.Made.TrySetCanceled();
            }
        }
    }

    private Making Join(long revision)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            var making = _wanted.Find(wanted => wanted.Revision == revision && !wanted.Stop.IsCancellationRequested);
            if (making is null)
            {
                _wanted.Add(making = new Making(revision));
            }

            making.Waiting++;
            if (_underWay is null)
            {
                _underWay = making;
                BackgroundThread.Start("earlier revision", givesWay: false, MakeAll);
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
            making.WantedUntil = comesBack ? _time.GetUtcNow() + _patience : making.WantedUntil;
            GiveUpWhatNobodyWants();
        }
    }

    private void GiveUpWhatNobodyWants()
    {
        if (_underWay is { } making && !making.IsWanted(_time.GetUtcNow()))
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
                making.Made.TrySetResult(Find(making.Revision) ?? Keep(ExploredRevision.At(_store, making.Revision, making.Stop.Token)));
            }
            catch (OperationCanceledException)
            {
                making.Made.TrySetCanceled();
            }
#pragma warning disable CA1031 // Whoever waits for it hears of it.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogNotMade(making.Revision, problem);
                making.Made.TrySetException(problem);
            }
        }
    }

    /// <summary>What is to be made next, without that which was made before.</summary>
    private Making? Next()
    {
        lock (_lock)
        {
            _wanted.RemoveAll(making => making.Made.Task.IsCompleted || !making.IsWanted(_time.GetUtcNow()));
            _underWay = _isStopped ? null : _wanted.FirstOrDefault();
            return _underWay;
        }
    }

    private ExploredRevision Keep(ExploredRevision made)
    {
        lock (_lock)
        {
            _kept.AddFirst(made);
            if (_kept.Count > MostKept)
            {
                _kept.RemoveLast();
            }

            return made;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Revision {Revision} could not be made ready")]
    private partial void LogNotMade(long revision, Exception problem);

    /// <summary>A revision on its way, and who waits for it.</summary>
    private sealed class Making(long revision)
    {
        public long Revision => revision;

        public CancellationTokenSource Stop { get; } = new();

        public TaskCompletionSource<ExploredRevision> Made { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waiting { get; set; }

        /// <summary>Somebody said that they would come back until then.</summary>
        public DateTimeOffset WantedUntil { get; set; }

        public bool IsWanted(DateTimeOffset now) => Waiting > 0 || WantedUntil > now;
    }
}
