using System.Runtime.ExceptionServices;

namespace Dashboard.Index;

/// <summary>
/// Pieces of work on as many threads as there are processors. The calling thread starts the others, so that they give way
/// when it does: each is as important as it, and on Linux as nice.
/// </summary>
internal static class SideBySide
{
    /// <summary>Does them all, the first ones first, and comes back when all are done.</summary>
    public static void Run(params IReadOnlyList<Action> works) => Run(works.Count, work => works[work]());

    /// <inheritdoc cref="Run(IReadOnlyList{Action})"/>
    /// <param name="count">How many pieces there are.</param>
    /// <param name="work">Does the piece of this number, from 0 on.</param>
    public static void Run(int count, Action<int> work)
    {
        var next = -1;
        Exception? failed = null;
        var others = new Thread[Math.Max(0, Math.Min(Environment.ProcessorCount, count) - 1)];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(WorkOn) { IsBackground = true, Name = "index", Priority = Thread.CurrentThread.Priority };
            others[i].Start();
        }

        WorkOn();
        Array.ForEach(others, other => other.Join());
        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }

        void WorkOn()
        {
            try
            {
                while (failed is null && Interlocked.Increment(ref next) is var piece && piece < count)
                {
                    work(piece);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failed, e, null);
            }
        }
    }
}
