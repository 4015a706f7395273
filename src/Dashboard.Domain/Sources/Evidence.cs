namespace Dashboard.Domain.Sources;

/// <summary>How sure the maker of the dataset is of a fact. It is neither precision nor anybody's approval.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>What a fact rests on.</summary>
public enum BasisKind
{
    /// <summary>A source of this dataset says so.</summary>
    Source,

    /// <summary>General knowledge, not checked against a text.</summary>
    GeneralKnowledge,

    /// <summary>Computed from other facts of this dataset.</summary>
    Derived,
}

/// <summary>One thing a fact rests on; a source id goes with <see cref="BasisKind.Source"/> and with no other.</summary>
public readonly record struct Basis
{
    private Basis(BasisKind kind, string? sourceId) => (Kind, SourceId) = (kind, sourceId);

    public BasisKind Kind { get; }

    public string? SourceId { get; }

    public static Basis GeneralKnowledge { get; } = new(BasisKind.GeneralKnowledge, null);

    public static Basis Derived { get; } = new(BasisKind.Derived, null);

    public static Basis Source(string sourceId) => new(BasisKind.Source, Refuse.Blank(sourceId));
}

/// <summary>What a fact rests on and how sure the maker of the dataset is of it; null where it was not said.</summary>
public sealed record Evidence(ValueList<Basis> Basis, Confidence? Confidence);
