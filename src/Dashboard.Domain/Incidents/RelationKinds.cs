namespace Dashboard.Domain.Incidents;

/// <summary>What follows from the kind of a relation. A dataset may have kinds of its own: they mean nothing further.</summary>
public static class RelationKinds
{
    /// <summary>One incident is a piece of another.</summary>
    public const string PartOf = "part_of";

    /// <summary>What a chain of action and response is made of: one came after the other, and it is said to be because of it.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["retaliation_for", "response_to", "follows"];

    public static bool IsStep(string kind) => Steps.Contains(kind);

    /// <summary>True where the relation says why the one was done: a claim about its motive speaks of the same.</summary>
    public static bool SaysWhy(string kind) => kind is "retaliation_for" or "response_to";
}
