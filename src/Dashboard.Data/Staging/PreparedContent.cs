using Dashboard.Data.Import;

namespace Dashboard.Data.Staging;

/// <summary>One thing that a file holds, ready to be written down.</summary>
/// <param name="Document">The document that a row becomes; empty for everything else.</param>
internal readonly record struct PreparedContent(FileContent Content, ReadOnlyMemory<byte> Document);
