namespace Dashboard.Data.Import;

/// <summary>What is wrong with a file as a whole.</summary>
public enum FileFault
{
    /// <summary>Nothing in it, or nothing but a header.</summary>
    Empty,

    /// <summary>Something that is no table and no GeoJSON: a picture, a spreadsheet program's own format, an archive of several files.</summary>
    WrongType,

    /// <summary>It breaks off or breaks its own rules: a quote that is never closed, GeoJSON that ends in the middle.</summary>
    Unreadable,

    /// <summary>It, or a line or cell of it, or what an archive unpacks to, is beyond a bound.</summary>
    TooLarge,

    /// <summary>It can be read in more than one way, and a person must say which: the order of day and month, the meaning of columns.</summary>
    NeedsAnswer,
}

/// <summary>The file cannot be imported; nothing of it was. The message is one line: what, where (line, column), and what to do.</summary>
public sealed class UnreadableFileException(FileFault fault, string message) : Exception(message)
{
    public FileFault Fault { get; } = fault;
}
