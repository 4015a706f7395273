namespace Dashboard.Web.CommandLine;

/// <summary>How the program ends, in the numbers of sysexits.h where there is one.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>A data file is damaged, or was written by a newer program.</summary>
    public const int BadData = 65;

    /// <summary>Something that the program needs is missing, taken or not writable.</summary>
    public const int InputOutput = 74;

    /// <summary>Ctrl+C, as shells count it.</summary>
    public const int Interrupted = 130;
}
