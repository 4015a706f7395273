namespace Dashboard.Domain.Querying;

/// <summary>A side of an incident that a query can ask about. A view is filtered by every facet but its own.</summary>
public enum Facet
{
    Time,
    Kind,
    Actor,
    Country,
    Source,
    Status,
    Text,
    Area,
    Precision,
    TimePrecision,
    Dataset,
    Lens,
    AsOf,
}
