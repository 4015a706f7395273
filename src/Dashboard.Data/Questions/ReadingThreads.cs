using System.Collections.Concurrent;

namespace Dashboard.Data.Questions;

/// <summary>
/// Reads batches of documents, as many at once as there are processors, while whoever gives them fetches the next out of the
/// store: to read one takes several times what it takes the store to tell it.
/// </summary>
/// <param name="read">Called on several threads.</param>
internal sealed class ReadingThreads<T>(DocumentRows.Reading<T> read) : IDisposable
{
    private readonly BlockingCollection<DocumentBatch<T>> _given = [];
    private readonly List<Thread> _threads = [];

    /// <summary>So many batches are worth giving before the first of them is taken.</summary>
    public static int MostAhead => (2 * Environment.ProcessorCount) + 1;

    public void Give(DocumentBatch<T> batch)
    {
        if (_threads.Count < Environment.ProcessorCount)
        {
            // Started from here, it gives way to others as this thread does.
            var thread = new Thread(ReadAll) { IsBackground = true, Name = "documents", Priority = Thread.CurrentThread.Priority };
            _threads.Add(thread);
            thread.Start();
        }

        _given.Add(batch);
    }

    /// <summary>Leaves what is not read yet, and ends the threads.</summary>
    public void Dispose()
    {
        while (_given.TryTake(out _))
        {
        }

        _given.CompleteAdding();
        _threads.ForEach(thread => thread.Join());
        _given.Dispose();
    }

    private void ReadAll()
    {
        foreach (var batch in _given.GetConsumingEnumerable())
        {
            batch.Read(read);
        }
    }
}
