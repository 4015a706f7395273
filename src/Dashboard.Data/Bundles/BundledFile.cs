namespace Dashboard.Data.Bundles;

/// <summary>A file that is to be in a bundle.</summary>
/// <param name="Name">Letters, digits, dots and hyphens.</param>
/// <param name="WriteAsync">Writes it, and says how many rows it has; null for a text.</param>
public sealed record BundledFile(string Name, Func<Stream, CancellationToken, Task<long?>> WriteAsync);

/// <summary>A file as it went into a bundle.</summary>
/// <param name="Bytes">Its length, before it was compressed.</param>
/// <param name="Sha256">In small hexadecimal digits.</param>
/// <param name="Rows">How many incidents, claims or sources it has; null for a text.</param>
public sealed record BundledFileInfo(string Name, long Bytes, string Sha256, long? Rows);
