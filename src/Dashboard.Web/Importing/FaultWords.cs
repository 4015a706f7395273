using Dashboard.Data.Import;

namespace Dashboard.Web.Importing;

/// <summary>What is wrong with a file as a whole, in a few words.</summary>
internal static class FaultWords
{
    public static string Of(FileFault fault) => fault switch
    {
        FileFault.Empty => "There is nothing in this file",
        FileFault.WrongType => "This is not a file that can be imported",
        FileFault.Unreadable => "This file cannot be read to its end",
        FileFault.TooLarge => "Something in this file is too large",
        FileFault.NeedsAnswer => "This file can be read in more than one way",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no words"),
    };

    /// <summary>For programs.</summary>
    public static string Key(FileFault fault) => fault switch
    {
        FileFault.Empty => "empty",
        FileFault.WrongType => "wrong type",
        FileFault.Unreadable => "unreadable",
        FileFault.TooLarge => "too large",
        FileFault.NeedsAnswer => "needs answer",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no key"),
    };
}
