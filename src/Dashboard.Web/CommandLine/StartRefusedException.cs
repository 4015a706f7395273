namespace Dashboard.Web.CommandLine;

/// <summary>The program cannot start. The message is one line: what, where, and what to do.</summary>
public sealed class StartRefusedException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
