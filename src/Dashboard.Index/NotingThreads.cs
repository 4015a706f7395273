using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>
/// Notes facts on threads of its own while more of them are told: each of the works is done by a thread that sees all facts, in
/// their order. So what comes out does not depend on who was quicker. One thread tells; the threads give way as it does.
/// </summary>
internal sealed class NotingThreads(params IReadOnlyList<Action<IncidentFacts[]>> works) : IDisposable
{
    /// <summary>So many batches wait for a work at most; then whoever tells waits.</summary>
    private const int MostWaiting = 4;

    private readonly List<(BlockingCollection<IncidentFacts[]> Given, Thread Thread)> _threads = [];
    private volatile Exception? _failed;

    /// <summary>Facts that follow those given before. The first ones start the threads.</summary>
    /// <param name="batch">Not changed any more.</param>
    /// <exception cref="Exception">What went wrong with any that were given before.</exception>
    public void Give(IncidentFacts[] batch)
    {
        if (_threads.Count == 0)
        {
            _threads.AddRange(works.Select(Started));
        }

        ThrowIfFailed();
        foreach (var (given, _) in _threads)
        {
            given.Add(batch);
        }
    }

    /// <summary>Comes back when all that was given is noted, and the threads have ended.</summary>
    /// <exception cref="Exception">What went wrong with any of it.</exception>
    public void End()
    {
        EndThreads();
        ThrowIfFailed();
    }

    /// <summary>Leaves what is not noted yet.</summary>
    public void Dispose()
    {
        _threads.ForEach(work => Leave(work.Given));
        EndThreads();
    }

    private (BlockingCollection<IncidentFacts[]> Given, Thread Thread) Started(Action<IncidentFacts[]> work)
    {
        var given = new BlockingCollection<IncidentFacts[]>(MostWaiting);
        var thread = new Thread(() => NoteAll(given, work)) { IsBackground = true, Name = "noting", Priority = Thread.CurrentThread.Priority };
        thread.Start();
        return (given, thread);
    }

    /// <summary>After a failure the rest is taken and left, so that nobody waits for room.</summary>
    private void NoteAll(BlockingCollection<IncidentFacts[]> given, Action<IncidentFacts[]> work)
    {
        foreach (var batch in given.GetConsumingEnumerable())
        {
            try
            {
                if (_failed is null)
                {
                    work(batch);
                }
            }
            catch (Exception problem)
            {
                Interlocked.CompareExchange(ref _failed, problem, null);
            }
        }
    }

    private void EndThreads()
    {
        foreach (var (given, thread) in _threads)
        {
            given.CompleteAdding();
            thread.Join();
            given.Dispose();
        }

        _threads.Clear();
    }

    private static void Leave(BlockingCollection<IncidentFacts[]> given)
    {
        while (given.TryTake(out _))
        {
        }
    }

    private void ThrowIfFailed()
    {
        if (_failed is not null)
        {
            ExceptionDispatchInfo.Throw(_failed);
        }
    }
}
