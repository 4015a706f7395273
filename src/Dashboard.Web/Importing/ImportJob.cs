using Dashboard.Data;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Web.Importing;

/// <summary>
/// One file on its way in. It lives on the server: a tab that shows it may close and another one open. Its state only
/// moves forward, one step at a time, whoever asks for the step.
/// </summary>
public sealed class ImportJob(string id, string fileName, DateTimeOffset began, string path) : IDisposable
{
    private const int MostPoints = 10_000;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private ImportState _state = new ImportState.Receiving(0, null);
    private StagedImport? _staged;
    private IReadOnlyList<GeoPoint>? _points;

    /// <summary>Something about it is new; raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Unguessable: who has it may commit the file.</summary>
    public string Id { get; } = id;

    /// <summary>As the person calls it.</summary>
    public string FileName { get; } = fileName;

    public DateTimeOffset Began { get; } = began;

    public ImportState State => Volatile.Read(ref _state);

    /// <summary>What the file is; null until it is here, and when it cannot be recognised.</summary>
    public Recognition? Recognition { get; internal set; }

    /// <summary>The address of its page.</summary>
    public string Address => $"/import/{Id}";

    internal string Path { get; } = path;

    internal CancellationToken Stop => _stop.Token;

    /// <summary>Waits until it no longer goes on by itself, for so long at most.</summary>
    public async Task RestAsync(TimeSpan patience, CancellationToken stop)
    {
        var rested = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Changed += Look;
        try
        {
            Look(this, EventArgs.Empty);
            await rested.Task.WaitAsync(patience, stop);
        }
        catch (TimeoutException)
        {
            // It goes on, and the caller sees that in its state.
        }
        finally
        {
            Changed -= Look;
        }

        void Look(object? sender, EventArgs e)
        {
            if (!State.IsRunning)
            {
                rested.TrySetResult();
            }
        }
    }

    /// <summary>Takes the step from one state to the next; false, and nothing happens, when it is in another state by now.</summary>
    internal bool Move<TFrom>(Func<TFrom, ImportState> next) where TFrom : ImportState
    {
        lock (_gate)
        {
            if (_state is not TFrom state)
            {
                return false;
            }

            Volatile.Write(ref _state, next(state));
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>What was staged is there to be looked at; false when it was cancelled meanwhile.</summary>
    internal bool Show(StagedImport staged)
    {
        lock (_gate)
        {
            if (_state is not ImportState.Staging)
            {
                return false;
            }

            _staged = staged;
            Volatile.Write(ref _state, new ImportState.Ready(staged.Difference));
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Drops what was staged and asks again; the file stays.</summary>
    internal bool Reconsider()
    {
        lock (_gate)
        {
            if (_state is not ImportState.Ready)
            {
                return false;
            }

            _staged?.Dispose();
            (_staged, _points) = (null, null);
            Volatile.Write(ref _state, new ImportState.NeedsAnswer());
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Commits what is staged, or shows why it cannot be, and what it would change by now.</summary>
    /// <param name="untilPresent">Waits until a revision is what everybody sees.</param>
    internal async Task CommitAsync(string what, bool skipRefused, string? who, Func<long, Task> untilPresent)
    {
        // While it is being committed nobody else touches what is staged: they look at the state first.
        var staged = _staged!;
        try
        {
            var commit = staged.Commit(what, skipRefused, CancellationToken.None, who);
            await untilPresent(commit.Revision);
            End(new ImportState.Done(commit, staged.Difference));
        }
        catch (RefusedException refusal)
        {
            Move<ImportState.Committing>(_ => new ImportState.Ready(staged.Difference, refusal.Message));
        }
    }

    /// <summary>The last step: nothing of the file is kept after it. False when it is over already, or being committed.</summary>
    internal bool End(ImportState end)
    {
        lock (_gate)
        {
            if (_state.IsOver || (_state is ImportState.Committing && end is ImportState.Cancelled))
            {
                return false;
            }

            Volatile.Write(ref _state, end);
            _stop.Cancel();
            _staged?.Dispose();
            _staged = null;
            if (File.Exists(Path))
            {
                File.Delete(Path);
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>What would be added, for the small map; empty when there is nothing to be committed.</summary>
    internal IReadOnlyList<GeoPoint> Points()
    {
        lock (_gate)
        {
            return _state is ImportState.Ready ? _points ??= _staged!.AddedPoints(MostPoints) : [];
        }
    }

    /// <summary>
    /// Every refused row, as CSV. It is written beside the staged rows first, so that a slow reader holds nobody up, and the
    /// file is gone when the answer is.
    /// </summary>
    /// <exception cref="StoreRefusedException">The disk does not take it.</exception>
    internal Stream? Refusals()
    {
        lock (_gate)
        {
            if (_state is not ImportState.Ready)
            {
                return null;
            }

            FileStream? file = null;
            try
            {
                file = new FileStream($"{Path}.refused.csv", FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
                RefusedCsv.Write(file, _staged!.Refusals());
                file.Position = 0;
                return file;
            }
            catch (Exception problem) when (FullDisk.Of(problem) is not null)
            {
                file?.Dispose();
                throw FullDisk.Of(problem)!;
            }
        }
    }

    public void Dispose() => _stop.Dispose();
}
