namespace Dashboard.Data;

/// <summary>One committed change, and how many incidents it added, changed and removed.</summary>
public sealed record RevisionRecord
{
    public required long Id { get; init; }

    public required DateTimeOffset Committed { get; init; }

    /// <summary>What was done, in words: "Add dataset …".</summary>
    public required string What { get; init; }

    /// <summary>The name of the account that did it; null where nobody signed in: at the machine itself nobody has to.</summary>
    public required string? Who { get; init; }

    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Removed { get; init; }

    /// <summary>The revision that it took back; null where it did something new.</summary>
    public required long? Undoes { get; init; }

    /// <summary>The revision that took it back; null where it stands.</summary>
    public required long? UndoneBy { get; init; }
}

/// <summary>What a change did to incidents, leads among them.</summary>
public sealed record CommittedRevision(long Revision, long Added, long Changed, long Removed);

/// <summary>The first change of a store: what tells it from every other store for good.</summary>
/// <param name="Stamp">Eight digits that no other store has.</param>
public sealed record StoreOrigin(string Stamp, DateTimeOffset Committed);
