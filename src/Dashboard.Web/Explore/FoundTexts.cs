namespace Dashboard.Web.Explore;

/// <summary>
/// What the last texts were found in, of one revision: as many as a number of bytes has room for, those asked for last. Every
/// tile of a map asks for the same text: who asks for one that is being looked for waits for that, as long as it likes.
/// </summary>
/// <param name="find">Looks for a text; the numbers of the incidents that it is in, ascending.</param>
/// <param name="mostBytes">Of all that is kept.</param>
public sealed class FoundTexts(Func<string, IReadOnlyList<long>> find, long mostBytes = FoundTexts.KeptBytes)
{
    /// <summary>Room for four million numbers.</summary>
    private const long KeptBytes = 32 * 1024 * 1024;

    private const int OfItself = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource<long[]>> _underWay = [];

    /// <summary>Asked for last comes first.</summary>
    private readonly LinkedList<(string Text, long[] Numbers)> _found = new();

    private long _bytes;

    /// <summary>How many bytes are kept now.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>The numbers of the incidents that a text is in, ascending: the same object as long as it is kept.</summary>
    /// <exception cref="OperationCanceledException">Who asks stopped waiting. Whoever else asks is told nevertheless.</exception>
    public long[] Of(string text, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var (known, search, isMine) = Join(text);
            if (known is not null)
            {
                return known;
            }

            if (isMine)
            {
                return Find(text, search!);
            }

            try
            {
                return search!.Task.WaitAsync(stop).GetAwaiter().GetResult();
            }
            catch (Exception) when (search!.Task.IsFaulted && !stop.IsCancellationRequested)
            {
                // It failed for another; whether it fails for this one too, the next round tells.
            }
        }
    }

    private (long[]? Known, TaskCompletionSource<long[]>? Search, bool IsMine) Join(string text)
    {
        lock (_lock)
        {
            for (var node = _found.First; node is not null; node = node.Next)
            {
                if (node.Value.Text == text)
                {
                    _found.Remove(node);
                    _found.AddFirst(node);
                    return (node.Value.Numbers, null, false);
                }
            }

            if (_underWay.TryGetValue(text, out var search))
            {
                return (null, search, false);
            }

            return (null, _underWay[text] = new TaskCompletionSource<long[]>(), true);
        }
    }

    /// <summary>On the thread of who asked first: the others wait for one that is already at work.</summary>
    private long[] Find(string text, TaskCompletionSource<long[]> search)
    {
        try
        {
            long[] numbers = [.. find(text)];
            End(text, numbers);
            search.SetResult(numbers);
            return numbers;
        }
        catch (Exception e)
        {
            End(text, null);
            search.SetException(e);
            _ = search.Task.Exception; // who asked first is told by the exception itself
            throw;
        }
    }

    private void End(string text, long[]? numbers)
    {
        lock (_lock)
        {
            _underWay.Remove(text);
            if (numbers is null || SizeOf((text, numbers)) > mostBytes)
            {
                return;
            }

            _bytes += SizeOf(_found.AddFirst((text, numbers)).Value);
            while (_bytes > mostBytes)
            {
                _bytes -= SizeOf(_found.Last!.Value);
                _found.RemoveLast();
            }
        }
    }

    private static long SizeOf((string Text, long[] Numbers) found) =>
        (found.Text.Length * sizeof(char)) + ((long)found.Numbers.Length * sizeof(long)) + OfItself;
}
