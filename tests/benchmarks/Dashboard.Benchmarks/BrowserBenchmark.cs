using System.Diagnostics;
using System.Reflection;

namespace Dashboard.Benchmarks;

/// <summary>The page in a browser, and other people's libraries beside it: measured by the Node program in ../browser.</summary>
internal static class BrowserBenchmark
{
    public static int Run(IEnumerable<string> options)
    {
        var program = typeof(BrowserBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "BrowserBenchmark").Value!;
        using var node = Process.Start("node", [program, "--no-build", .. options]);
        node.WaitForExit();
        return node.ExitCode;
    }
}
