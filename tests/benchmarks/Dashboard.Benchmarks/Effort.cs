using System.Diagnostics;

namespace Dashboard.Benchmarks;

/// <summary>What some work takes that is done a piece at a time: by the clock, and of all processors together.</summary>
internal sealed class Effort
{
    private readonly Stopwatch _watch = new();
    private TimeSpan _begun;

    public TimeSpan Time => _watch.Elapsed;

    public TimeSpan Processor { get; private set; }

    public void Begin()
    {
        _begun = Environment.CpuUsage.TotalTime;
        _watch.Start();
    }

    public void End()
    {
        _watch.Stop();
        Processor += Environment.CpuUsage.TotalTime - _begun;
    }
}
