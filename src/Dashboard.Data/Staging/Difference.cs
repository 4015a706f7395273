using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Staging;

/// <summary>What committing what is staged would do. It does nothing by itself.</summary>
public sealed record Difference
{
    /// <summary>The revision that it was compared with.</summary>
    public required long Revision { get; init; }

    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    public required long Refused { get; init; }

    /// <summary>The datasets it goes to, with what each would gain.</summary>
    public required ValueList<DatasetDifference> Datasets { get; init; }

    /// <summary>The first of each sort, at most ten, for a person to look at.</summary>
    public required ValueList<SampleIncident> AddedSamples { get; init; }

    public required ValueList<ChangedSample> ChangedSamples { get; init; }

    /// <summary>The first 100; all of them are in the refusals of the staged import.</summary>
    public required ValueList<Import.Refusal> Refusals { get; init; }

    /// <summary>Added ones that may be in the store already under another name: never merged by themselves. At most 200.</summary>
    public required ValueList<PossibleDuplicate> Duplicates { get; init; }
}

public sealed record DatasetDifference(DatasetDescription Dataset, bool IsNew, long Added, long Changed);

public sealed record SampleIncident(long Line, string Title, string When, string Where, GeoPoint? Point);

/// <summary>An incident that is in the store already, and what would be different about it.</summary>
public sealed record ChangedSample(string Slug, string Title, ValueList<ChangedValue> Changes);

/// <param name="What">In words: "Killed, best estimate".</param>
public sealed record ChangedValue(string What, string Before, string After);

/// <summary>The same day, one before or after; within the precision of both; an actor in common.</summary>
public sealed record PossibleDuplicate(long Line, string Title, string ExistingSlug, string ExistingTitle);

/// <summary>What a commit did.</summary>
public sealed record CommittedImport(long Revision, long Added, long Changed, long Unchanged, long Refused);
