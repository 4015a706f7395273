using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Engines;

/// <summary>The one connection that writes, on its own thread: changes queue up here instead of meeting a locked database.</summary>
internal sealed class Writer : IDisposable
{
    private const int LongestQueue = 64;

    private readonly SqliteConnection _connection;
    private readonly BlockingCollection<Action> _queue = new(LongestQueue);
    private readonly Thread _thread;

    /// <param name="connection">Open; it belongs to the writer from now on.</param>
    public Writer(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Work) { Name = "store writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits for its turn, makes the change in one transaction and returns when it is on the disk.</summary>
    public T Write<T>(Func<SqliteConnection, T> change) => Run(connection => Transaction.Write(connection, change));

    /// <summary>Waits for its turn and does work that makes its own transaction.</summary>
    public T Run<T>(Func<SqliteConnection, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add(() =>
        {
            try
            {
                done.SetResult(work(_connection));
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Does work when its turn comes, and waits for nothing.</summary>
    public void Post(Action<SqliteConnection> work) => _queue.Add(() => work(_connection));

    /// <summary>Finishes what is queued, then closes the connection. Closing again does nothing.</summary>
    public void Dispose()
    {
        if (!_thread.IsAlive)
        {
            return;
        }

        _queue.CompleteAdding();
        _thread.Join();
        _connection.Dispose();
        _queue.Dispose();
    }

    private void Work()
    {
        foreach (var change in _queue.GetConsumingEnumerable())
        {
            change();
        }
    }
}
