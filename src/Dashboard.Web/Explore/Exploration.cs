using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Domain.Querying;
using Dashboard.Web.Endpoints;
using Dashboard.Web.KnownThen;

namespace Dashboard.Web.Explore;

/// <summary>
/// What every page and every answer is drawn from: the present revision of the store. After a commit the next one is made
/// ready in the background while this one serves, and takes its place in one moment.
/// </summary>
public sealed partial class Exploration
{
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly bool _isKept;
    private readonly EarlierRevisions _earlier;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _building = new();
    private Served _served;
    private int _commits;

    /// <param name="isKept">Whether its index is kept for the next start, where making it takes a while.</param>
    public Exploration(DashboardStore store, ILogger log, TimeProvider time, bool isKept = true)
    {
        (Store, _log, _time, _isKept) = (store, log, time, isKept);
        _earlier = new EarlierRevisions(store, log, time);
        _served = new Served(ExploredRevision.Last(store, CancellationToken.None), null);
        SpareMemory.GiveBackAll();
        store.Committed += Follow;
        BackgroundThread.Start("first revision", givesWay: true, () =>
        {
            Prepare(Present);
            Keep();
        });
        if (store.Revision > Present.Index.Revision)
        {
            // Committed while the first one was read, and told to nobody.
            Follow();
        }
    }

    /// <summary>Raised when another revision is the present one, on a thread of its own.</summary>
    public event Action? Changed;

    public DashboardStore Store { get; }

    /// <summary>Who draws one picture or one answer asks for it once, so that all its numbers agree.</summary>
    public ExploredRevision Present => Volatile.Read(ref _served).Present;

    /// <summary>
    /// The revision that addresses call so: the present one, or the one before it, which a page may have open that was not
    /// told yet; null for every other.
    /// </summary>
    public ExploredRevision? Named(string revisionName)
    {
        var (present, previous) = Volatile.Read(ref _served);
        return present.RevisionName == revisionName ? present : previous?.RevisionName == revisionName ? previous : null;
    }

    /// <summary>The day before which something is known no more: days from this one on are the present.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>The view as it is drawn: a day that is not over is the present.</summary>
    public ViewState Drawn(ViewState view) => view.Query.AsOf < Today ? view : KnownView.Now(view);

    /// <summary>
    /// The number of the revision that a day is seen on: the last one that the store had when the day ended; the present one
    /// where there was no store yet, for a day that is not over, and without a day.
    /// </summary>
    public long NumberOn(DateOnly? day)
    {
        var present = Present.Index.Revision;
        var last = day is { } asked && asked < Today ? KnownView.LastOn(Store, asked) : null;
        return Math.Min(last?.Id ?? present, present);
    }

    /// <summary>The revision that a day is seen on, if it is there at once.</summary>
    public ExploredRevision? FindOn(DateOnly? day)
    {
        var number = NumberOn(day);
        return AtHand(number) ?? _earlier.Find(number);
    }

    /// <summary>The revision that a day is seen on, as soon as it is ready.</summary>
    /// <inheritdoc cref="EarlierRevisions.FindOrMakeAsync"/>
    public Task<ExploredRevision?> OnAsync(DateOnly? day, TimeSpan? patience, CancellationToken stop) => NumberedAsync(NumberOn(day), patience, stop);

    /// <summary>The number of the revision that addresses call so, whichever it is; null where there is none.</summary>
    public long? NumberOf(string revisionName) =>
        Named(revisionName) is { } served ? served.Index.Revision
        : RevisionStamp.NumberIn(revisionName) is { } number && number < Present.Index.Revision
            && Store.Revisions.NameOf(number) is { } name && RevisionStamp.NameOf(name) == revisionName ? number
        : null;

    /// <summary>A revision by its number, as soon as it is ready.</summary>
    /// <inheritdoc cref="EarlierRevisions.FindOrMakeAsync"/>
    public Task<ExploredRevision?> NumberedAsync(long revision, TimeSpan? patience, CancellationToken stop) =>
        AtHand(revision) is { } served ? Task.FromResult<ExploredRevision?>(served) : _earlier.FindOrMakeAsync(revision, patience, stop);

    /// <summary>Ends what goes on in the background; nobody may be asking any more. Not a disposal: who is lent one must not end it.</summary>
    public void Stop()
    {
        Store.Committed -= Follow;
        _stop.Cancel();
        _earlier.Dispose();
        lock (_building)
        {
            _stop.Dispose();
        }
    }

    /// <summary>Waits until a committed revision, or a later one, is the present one: who has changed something then finds it changed. No longer than the patience lasts.</summary>
    /// <exception cref="OperationCanceledException">Who waits wants it no more.</exception>
    public async Task UntilPresentAsync(long revision, TimeSpan patience, CancellationToken stop)
    {
        var isPresent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Changed += Look;
        try
        {
            Look();
            await isPresent.Task.WaitAsync(patience, _time, stop);
        }
        catch (TimeoutException)
        {
            // Open pages are told when it is.
        }
        finally
        {
            Changed -= Look;
        }

        void Look()
        {
            if (Present.Index.Revision >= revision)
            {
                isPresent.TrySetResult();
            }
        }
    }

    private ExploredRevision? AtHand(long revision)
    {
        var (present, previous) = Volatile.Read(ref _served);
        return present.Index.Revision <= revision ? present : previous?.Index.Revision == revision ? previous : null;
    }

    /// <summary>
    /// One builds at a time. Commits that come meanwhile are counted only: whoever builds goes on to the last of them, and
    /// those in between are never built.
    /// </summary>
    private void Follow()
    {
        if (Interlocked.Increment(ref _commits) == 1)
        {
            BackgroundThread.Start("next revision", givesWay: true, CatchUpWithAll);
        }
    }

    private void CatchUpWithAll()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _commits);
            CatchUp();
        }
        while (Interlocked.CompareExchange(ref _commits, 0, seen) != seen);
    }

    private void CatchUp()
    {
        try
        {
            lock (_building)
            {
                if (_stop.IsCancellationRequested || Store.Revision <= Present.Index.Revision)
                {
                    return;
                }

                var next = ExploredRevision.Last(Store, _stop.Token);
                Prepare(next);
                Volatile.Write(ref _served, new Served(next, Present));
            }

            Changed?.Invoke();
            Keep();
            SpareMemory.GiveBack();
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
#pragma warning disable CA1031 // Nobody waits for this: whatever went wrong, the revision before goes on serving.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogStuck(problem);
        }
    }

    /// <summary>The first visitor finds ready what everybody asks for; where it cannot be made, they hear of it when they ask.</summary>
    private void Prepare(ExploredRevision revision)
    {
        lock (_building)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            try
            {
                FirstAnswers.Prepare(revision, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The server stops.
            }
#pragma warning disable CA1031 // Nobody waits for this.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogNotPrepared(problem);
            }
        }
    }

    /// <summary>Where it cannot be kept, the next start takes longer, and that is all.</summary>
    private void Keep()
    {
        try
        {
            lock (_building)
            {
                if (_isKept && !_stop.IsCancellationRequested)
                {
                    Present.Keep();
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogNotKept(problem.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index cannot be kept for the next start, which will make it anew: {Reason}")]
    private partial void LogNotKept(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a page asks for first could not be made ready")]
    private partial void LogNotPrepared(Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "A committed revision cannot be shown; the one before it is shown on")]
    private partial void LogStuck(Exception problem);

    private sealed record Served(ExploredRevision Present, ExploredRevision? Previous);
}
