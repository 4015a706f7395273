namespace Dashboard.Web.Explore;

/// <summary>
/// The last answers of one revision, ready to be sent: as many as a number of bytes has room for, those asked for last.
/// It goes when its revision goes.
/// </summary>
/// <param name="mostBytes">Of all the answers together.</param>
public sealed class AnswerCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Question, KeptAnswer Answer)>> _answers = [];

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<(string Question, KeptAnswer Answer)> _order = new();

    private long _bytes;

    /// <summary>How many bytes are kept now.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>The answer as it was made before, or made now. Who asks for the same at the same time may make it too.</summary>
    public KeptAnswer GetOrMake(string question, Func<KeptAnswer> make)
    {
        if (Find(question) is { } known)
        {
            return known;
        }

        var answer = make();
        Keep(question, answer);
        return answer;
    }

    private KeptAnswer? Find(string question)
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

    private void Keep(string question, KeptAnswer answer)
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
}

/// <summary>An answer as it is sent.</summary>
/// <param name="Bytes">Packed; none where there is too much to be sent.</param>
/// <param name="StepInstead">The step of time to ask with instead, where there is too much.</param>
public sealed record KeptAnswer(byte[] Bytes, TimeSpan? StepInstead = null)
{
    private const int OfItself = 256;

    /// <summary>How many bytes of memory it takes, about.</summary>
    public int Size => Bytes.Length + OfItself;
}
