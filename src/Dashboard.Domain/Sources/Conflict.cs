namespace Dashboard.Domain.Sources;

/// <summary>How much a conflict changes what a reader would believe.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
}

/// <summary>One point on which sources of the dataset and the rest of the record differ, and what the dataset does about it.</summary>
public sealed record Conflict
{
    public required string Id { get => field; init => field = Refuse.Blank(value, nameof(Id)); }

    public required string Title { get => field; init => field = Refuse.Blank(value, nameof(Title)); }

    /// <summary>The sources that differ from the record.</summary>
    public required ValueList<string> SourceIds { get; init; }

    public required string SourcesSay { get => field; init => field = Refuse.Blank(value, nameof(SourcesSay)); }

    public required string RecordSays { get => field; init => field = Refuse.Blank(value, nameof(RecordSays)); }

    /// <summary>What the dataset does about it.</summary>
    public required string Handling { get => field; init => field = Refuse.Blank(value, nameof(Handling)); }

    public required Severity Severity { get; init; }

    public required ValueList<string> IncidentIds { get; init; }

    /// <summary>What the record's side rests on.</summary>
    public required ValueList<Basis> Basis { get; init; }
}

/// <summary>A warning to whoever works with the dataset, with examples from it.</summary>
public sealed record DatasetNote(string Id, string Title, ValueList<string> Examples, string Advice, ValueList<Basis> Basis)
{
    public string Id { get; } = Refuse.Blank(Id);

    public string Title { get; } = Refuse.Blank(Title);

    public string Advice { get; } = Refuse.Blank(Advice);
}
