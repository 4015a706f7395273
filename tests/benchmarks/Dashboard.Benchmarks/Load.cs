using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Benchmarks;

/// <summary>What a process has cost until now.</summary>
/// <param name="PeakMegabytes">What the kernel counted as the most that was resident.</param>
internal sealed record Load(double PeakMegabytes, TimeSpan Processor)
{
    public static Load None { get; } = new(0, TimeSpan.Zero);

    /// <returns>None where the kernel does not tell, or not any more.</returns>
    public static Load Of(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            using var running = Process.GetProcessById(process);
            return line is null ? None : new Load(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024, running.TotalProcessorTime);
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or InvalidOperationException)
        {
            return None;
        }
    }
}
