using Dashboard.Data.Import;

namespace Dashboard.Data;

/// <summary>What a person said that the columns of a table mean, kept for the next file like it.</summary>
public sealed record NamedMapping(string Name, Mapping Mapping);
