using System.Runtime.InteropServices;
using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Domain;
using Dashboard.Web.Importing;

namespace Dashboard.Web.CommandLine;

/// <summary>How a verb that works by itself ends: done, refused, or stopped from outside. Each leaves the data whole.</summary>
internal static class Ending
{
    /// <summary>Runs the verb; Ctrl+C and SIGTERM ask it to stop.</summary>
    public static int Of(Func<CancellationToken, int> verb)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return verb(stop.Token);
        }
        catch (OperationCanceledException)
        {
            return Say(ExitCode.Interrupted, "Stopped. Nothing was changed.");
        }
        catch (UnreadableFileException refusal)
        {
            return Say(ExitCode.BadData, $"{FaultWords.Of(refusal.Fault)}: {refusal.Message}");
        }
        catch (StoreRefusedException refusal)
        {
            return Say(ExitCode.InputOutput, refusal.Message);
        }
        catch (RefusedException refusal)
        {
            return Say(ExitCode.BadData, refusal.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            return Say(ExitCode.InputOutput, FailureWords.Of(problem));
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>One line on standard error.</summary>
    public static int Say(int exitCode, string words)
    {
        Console.Error.WriteLine(words);
        return exitCode;
    }
}
