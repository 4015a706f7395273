using System.Diagnostics;
using System.Reflection;

namespace Dashboard.Benchmarks;

/// <summary>One command that was run: how long it took, what it cost, and the last line it said.</summary>
internal sealed record Command(TimeSpan Time, Load Load, string LastLine)
{
    private static readonly string _product = typeof(Command).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "WebAssembly").Value!;

    /// <summary>How much memory it held at most; 0 where the kernel does not tell.</summary>
    public double PeakMegabytes => Load.PeakMegabytes;

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
        var load = Load.None;
        while (await Task.WhenAny(ended, Task.Delay(50)) != ended)
        {
            var now = Load.Of(process.Id);
            load = now.Processor > load.Processor ? now : load;
        }

        var time = watch.Elapsed;
        return process.ExitCode == 0
            ? new Command(time, load, (await output).TrimEnd().Split('\n')[^1])
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }
}
