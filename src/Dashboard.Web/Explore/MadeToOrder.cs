using Dashboard.Data.Import;

namespace Dashboard.Web.Explore;

/// <summary>
/// What takes a while to make and is made when somebody asks for it: one at a time on a thread beside everything else, in the order in
/// which it was asked for, and only as long as somebody waits for it or is about to come back. The last ones are kept for all who ask.
/// </summary>
/// <param name="what">What is made, for who looks at the threads.</param>
public sealed partial class MadeToOrder<TKey, T>(string what, ILogger log, TimeProvider time) : IDisposable
    where TKey : IEquatable<TKey>
    where T : class
{
    private readonly Lock _lock = new();

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<T> _kept = new();

    /// <summary>In the order in which they were asked for; the first one that somebody wants is being made.</summary>
    private readonly List<Order> _orders = [];

    private Order? _underWay;
    private Thread? _thread;
    private bool _isStopped;

    /// <summary>Makes it, on the thread beside.</summary>
    public required Func<TKey, CancellationToken, T> Make { get; init; }

    /// <summary>Which of those that are kept must go when one comes: the one that comes, and the others, asked for last first.</summary>
    public required Func<T, IEnumerable<T>, IEnumerable<T>> Surplus { get; init; }

    /// <summary>What becomes of those that are not kept any more.</summary>
    public Action<T> LetGo { get; init; } = _ => { };

    /// <summary>Who went away to come back is waited for so long.</summary>
    public required TimeSpan ComesBackWithin { get; init; }

    /// <summary>Takes one of those that are kept; nothing is let go meanwhile.</summary>
    /// <param name="choose">Among those that are kept, asked for last first.</param>
    public TTaken? Find<TTaken>(Func<IEnumerable<T>, T?> choose, Func<T, TTaken> take)
        where TTaken : class
    {
        lock (_lock)
        {
            if (choose(_kept) is not { } found)
            {
                return null;
            }

            _kept.Remove(found);
            _kept.AddFirst(found);
            return take(found);
        }
    }

    /// <summary>Waits until it is made. It is kept then, as long as not too many others come.</summary>
    /// <param name="patience">How long to wait; null waits to the end. Who waited in vain may ask again: it goes on being made for a while.</param>
    /// <returns>Null where it was not made in time.</returns>
    /// <exception cref="OperationCanceledException">Who asked wants it no more: what nobody else waits for is given up.</exception>
    public async Task<T?> MakeAsync(TKey key, TimeSpan? patience, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var order = Join(key);
        var comesBack = false;
        try
        {
            return await order.Made.Task.WaitAsync(patience ?? Timeout.InfiniteTimeSpan, time, stop);
        }
        catch (TimeoutException)
        {
            comesBack = true;
            return null;
        }
        finally
        {
            Leave(order, comesBack);
        }
    }

    /// <summary>Has it made for who will come back, and does not wait.</summary>
    public void Expect(TKey key) => Leave(Join(key), comesBack: true);

    /// <summary>Gives up what is being made, and lets go of all that is kept. Nobody may ask any more.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_lock)
        {
            (_isStopped, thread) = (true, _thread);
            foreach (var order in _orders)
            {
                order.Stop.Cancel();
                order.Made.TrySetCanceled();
            }
        }

        thread?.Join();
        foreach (var kept in _kept)
        {
            LetGo(kept);
        }

        _kept.Clear();
    }

    private Order Join(TKey key)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            var order = _orders.Find(order => order.Key.Equals(key) && !order.Stop.IsCancellationRequested && !order.Made.Task.IsCompleted);
            if (order is null)
            {
                _orders.Add(order = new Order(key));
            }

            order.Waiting++;
            if (_underWay is null)
            {
                _underWay = order;
                _thread = BackgroundThread.Start(what, givesWay: false, MakeAll);
            }
            else
            {
                GiveUpWhatNobodyWants();
            }

            return order;
        }
    }

    private void Leave(Order order, bool comesBack)
    {
        lock (_lock)
        {
            order.Waiting--;
            order.WantedUntil = comesBack ? time.GetUtcNow() + ComesBackWithin : order.WantedUntil;
            GiveUpWhatNobodyWants();
        }
    }

    private void GiveUpWhatNobodyWants()
    {
        if (_underWay is { } order && !order.IsWanted(time.GetUtcNow()))
        {
            order.Stop.Cancel();
        }
    }

    private void MakeAll()
    {
        while (Next() is { } order)
        {
            try
            {
                order.Made.TrySetResult(Keep(Make(order.Key, order.Stop.Token)));
            }
            catch (OperationCanceledException)
            {
                order.Made.TrySetCanceled();
            }
#pragma warning disable CA1031 // Whoever waits for it hears of it.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogNotMade(log, what, order.Key, problem);
                order.Made.TrySetException(problem);
            }
        }
    }

    /// <summary>What is to be made next, without that which was made before.</summary>
    private Order? Next()
    {
        lock (_lock)
        {
            _orders.RemoveAll(order => order.Made.Task.IsCompleted || !order.IsWanted(time.GetUtcNow()));
            return _underWay = _isStopped ? null : _orders.FirstOrDefault();
        }
    }

    private T Keep(T made)
    {
        List<T> surplus;
        lock (_lock)
        {
            surplus = [.. Surplus(made, _kept)];
            foreach (var one in surplus)
            {
                _kept.Remove(one);
            }

            _kept.AddFirst(made);
        }

        surplus.ForEach(LetGo);
        return made;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "It was not possible to make ready: {What} {Key}")]
    private static partial void LogNotMade(ILogger log, string what, TKey key, Exception problem);

    /// <summary>One that is to be made, and who waits for it.</summary>
    private sealed class Order(TKey key)
    {
        public TKey Key => key;

        public CancellationTokenSource Stop { get; } = new();

        public TaskCompletionSource<T> Made { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waiting { get; set; }

        /// <summary>Somebody said that they would come back until then.</summary>
        public DateTimeOffset WantedUntil { get; set; }

        public bool IsWanted(DateTimeOffset now) => Waiting > 0 || WantedUntil > now;
    }
}
