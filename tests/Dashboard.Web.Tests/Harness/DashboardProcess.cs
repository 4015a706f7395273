using System.Diagnostics;

namespace Dashboard.Web.Tests.Harness;

/// <summary>The program as a process of its own, as a person starts it.</summary>
internal static class DashboardProcess
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Dashboard.Web.dll");

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Outcome> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await EndAsync(process);
        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program, and lets it go on.</summary>
    public static Process Start(params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [_program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Waits for the program's end, and ends it when a minute was not enough.</summary>
    public static async Task EndAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    internal sealed record Outcome(int ExitCode, string Output, string Errors);
}
