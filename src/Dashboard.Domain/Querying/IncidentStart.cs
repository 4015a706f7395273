namespace Dashboard.Domain.Querying;

/// <summary>What the order by time asks of an incident.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Dataset">The slug of its dataset.</param>
/// <param name="Start">In UTC; null for what is undated.</param>
public sealed record IncidentStart(long Number, string Dataset, string Slug, bool IsLead, DateTimeOffset? Start);
