namespace Dashboard.Web.Explore;

/// <summary>
/// The last answers of one revision, ready to be sent: as many as a number of bytes has room for, those asked for last.
/// It goes when its revision goes.
/// </summary>
/// <param name="mostBytes">Of all the answers together.</param>
public sealed class AnswerCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Question, byte[] Answer)>> _answers = [];

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<(string Question, byte[] Answer)> _order = new();

    private long _bytes;

    /// <summary>How many bytes are kept now.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>The answer as it was made before, or made now. Who asks for the same at the same time may make it too.</summary>
    public byte[] GetOrMake(string question, Func<byte[]> make)
    {
        if (Find(question) is { } known)
        {
            return known;
        }

        var answer = make();
        Keep(question, answer);
        return answer;
    }

    private byte[]? Find(string question)
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

    private void Keep(string question, byte[] answer)
    {
        lock (_lock)
        {
            if (answer.Length > mostBytes || _answers.ContainsKey(question))
            {
                return;
            }

            _answers[question] = _order.AddFirst((question, answer));
            _bytes += answer.Length;
            while (_bytes > mostBytes)
            {
                var (oldest, bytes) = _order.Last!.Value;
                _order.RemoveLast();
                _answers.Remove(oldest);
                _bytes -= bytes.Length;
            }
        }
    }
}
