namespace Dashboard.Web.Explore;

/// <summary>A row of waits in which each new one supersedes the one before.</summary>
public sealed class CancellationSeries(TimeProvider? time = null) : IDisposable
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private CancellationTokenSource? _running;

    /// <summary>Waits; true when nothing superseded the wait.</summary>
    public async Task<bool> Rest(TimeSpan pause)
    {
        var mine = Supersede();
        try
        {
            await Task.Delay(pause, _time, mine);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends the wait that is running, if any.</summary>
    public CancellationToken Supersede()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = new CancellationTokenSource();
        return _running.Token;
    }

    public void Dispose()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }
}
