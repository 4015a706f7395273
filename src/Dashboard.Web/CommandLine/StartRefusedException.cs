using Dashboard.Data;

namespace Dashboard.Web.CommandLine;

/// <summary>The program cannot start. The message is one line: what, where, and what to do.</summary>
public sealed class StartRefusedException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>True when another process has the data directory.</summary>
    public bool IsInUse { get; private init; }

    /// <param name="advice">Follows the store's own words.</param>
    public static StartRefusedException Of(StoreRefusedException refusal, string advice = "") => new(
        refusal.Refusal is StoreRefusal.Damaged or StoreRefusal.NewerSchema or StoreRefusal.OlderSchema ? CommandLine.ExitCode.BadData : CommandLine.ExitCode.InputOutput,
        refusal.Message + advice)
    {
        IsInUse = refusal.Refusal == StoreRefusal.InUse,
    };
}
