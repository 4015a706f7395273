namespace Dashboard.Domain.Incidents;

/// <summary>One column of the row that an incident comes from, under its own name and as it was written; a column that was empty is none.</summary>
public sealed record UpstreamAttribute(string Name, string Value)
{
    public string Name { get; } = Refuse.Blank(Name);

    public string Value { get; } = Refuse.Blank(Value);
}
