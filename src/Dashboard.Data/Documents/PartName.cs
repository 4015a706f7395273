namespace Dashboard.Data.Documents;

/// <summary>What a place or an actor is called.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; of a place, where it is known.</param>
internal sealed record PartName(string Name, string? Country);
