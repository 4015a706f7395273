namespace Dashboard.Web.Explore;

/// <summary>
/// The last answers of one revision, ready to be sent: as many as a number of bytes has room for, those asked for last.
/// Who asks for what is being made waits for it. It goes when its revision goes.
/// </summary>
/// <param name="mostBytes">Of all the answers together.</param>
public sealed class AnswerCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Question, KeptAnswer Answer)>> _answers = [];

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<(string Question, KeptAnswer Answer)> _order = new();

    private readonly Dictionary<string, Making> _underWay = [];

    private long _bytes;

    /// <summary>How many bytes are kept now.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>
    /// The answer as it was made before, or as it is being made for somebody else, or made now, on a thread of its own. One
    /// who stops waiting takes it from nobody else; what nobody waits for any more is given up.
    /// </summary>
    /// <exception cref="OperationCanceledException">Who asks stopped waiting.</exception>
    public async Task<KeptAnswer> GetOrMakeAsync(string question, Func<CancellationToken, KeptAnswer> make, CancellationToken stop)
    {
        if (Find(question) is { } known)
        {
            return known;
        }

        stop.ThrowIfCancellationRequested();
        var making = Join(question, make);
        try
        {
            return await making.Answer.WaitAsync(stop);
        }
        finally
        {
            Leave(question, making);
        }
    }

    /// <summary>The answer as it was made before; null where it is not kept.</summary>
    public KeptAnswer? Find(string question)
    {
        lock (_lock)
        {
            if (!_answers.TryGetValue(question, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Answer;
        }
    }

    public void Keep(string question, KeptAnswer answer)
    {
        lock (_lock)
        {
            if (answer.Size > mostBytes || _answers.ContainsKey(question))
            {
                return;
            }

            _answers[question] = _order.AddFirst((question, answer));
            _bytes += answer.Size;
            while (_bytes > mostBytes)
            {
                var oldest = _order.Last!.Value;
                _order.RemoveLast();
                _answers.Remove(oldest.Question);
                _bytes -= oldest.Answer.Size;
            }
        }
    }

    private Making Join(string question, Func<CancellationToken, KeptAnswer> make)
    {
        lock (_lock)
        {
            if (!_underWay.TryGetValue(question, out var making))
            {
                var stop = new CancellationTokenSource();
                var token = stop.Token;
                _underWay[question] = making = new Making(Task.Run(() => Made(question, make, token), token), stop);
            }

            making.Waiting++;
            return making;
        }
    }

    private KeptAnswer Made(string question, Func<CancellationToken, KeptAnswer> make, CancellationToken stop)
    {
        var answer = make(stop);
        Keep(question, answer);
        return answer;
    }

    private void Leave(string question, Making making)
    {
        lock (_lock)
        {
            if (--making.Waiting > 0)
            {
                return;
            }

            _underWay.Remove(question);
        }

        making.Stop.Cancel();
    }

    /// <summary>An answer on its way, and how many wait for it.</summary>
    private sealed class Making(Task<KeptAnswer> answer, CancellationTokenSource stop)
    {
        public Task<KeptAnswer> Answer => answer;

        public CancellationTokenSource Stop => stop;

        public int Waiting { get; set; }
    }
}

/// <summary>An answer as it is sent.</summary>
/// <param name="Bytes">Packed.</param>
/// <param name="Step">How long the steps of a time-tile have to be; null where it is not one, or as was asked for.</param>
public sealed record KeptAnswer(byte[] Bytes, TimeSpan? Step = null)
{
    private const int OfItself = 256;

    /// <summary>How many bytes of memory it takes, about.</summary>
    public int Size => Bytes.Length + OfItself;
}
