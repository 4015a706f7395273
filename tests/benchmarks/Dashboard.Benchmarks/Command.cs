using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Dashboard.Benchmarks;

/// <summary>One command that was run: how long it took, how much memory it held at most, and the last line it said.</summary>
internal sealed record Command(TimeSpan Time, double PeakMegabytes, string LastLine)
{
    private static readonly string _product = typeof(Command).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "WebAssembly").Value!;

    /// <summary>Runs a verb of the product in a process of its own.</summary>
    public static Task<Command> ProductAsync(params string[] arguments) => RunAsync("dotnet", [_product, .. arguments]);

    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static async Task<Command> RunAsync(string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0.0;
        while (await Task.WhenAny(ended, Task.Delay(50)) != ended)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        var time = watch.Elapsed;
        return process.ExitCode == 0
            ? new Command(time, peak, (await output).TrimEnd().Split('\n')[^1])
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>What the kernel counted as the most that was resident; 0 where it does not tell.</summary>
    private static double PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
