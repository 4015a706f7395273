namespace Dashboard.Data;

/// <summary>Why the store does not open.</summary>
public enum StoreRefusal
{
    /// <summary>The file is not a database of this product, or is broken. It was left as it is.</summary>
    Damaged,

    /// <summary>A newer release of the product wrote the file. It was left as it is.</summary>
    NewerSchema,

    /// <summary>An older release wrote the file, which can be read only after it was brought up to date.</summary>
    OlderSchema,

    /// <summary>There is nothing to read.</summary>
    NothingThere,

    /// <summary>Another process has the directory.</summary>
    InUse,

    /// <summary>The directory or the file cannot be created or written.</summary>
    NotWritable,

    /// <summary>SQLite is not installed, or too old.</summary>
    LibraryMissing,
}

/// <summary>The store does not open. The message is one line: what was refused, its path, the cause and what to do.</summary>
public sealed class StoreRefusedException(StoreRefusal refusal, string message) : Exception(message.ReplaceLineEndings(" "))
{
    public StoreRefusal Refusal { get; } = refusal;
}
