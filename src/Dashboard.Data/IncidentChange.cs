using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data;

/// <summary>What a revision did to an incident.</summary>
public enum ChangeNature
{
    Added,
    Changed,
    Removed,

    /// <summary>It had been removed, and is there again.</summary>
    Restored,
}

/// <summary>What one revision did to one incident.</summary>
public sealed record IncidentChange
{
    /// <summary>Of the row that the revision brought, or that it ended where it brought none.</summary>
    public required long Number { get; init; }

    public required RevisionRecord Revision { get; init; }

    /// <summary>Eight digits that no revision of another store has.</summary>
    public required string Stamp { get; init; }

    public required ChangeNature Nature { get; init; }

    /// <summary>The incident after the change, or as it was last.</summary>
    public required Incident Incident { get; init; }

    /// <summary>Empty unless it was changed, and where only what has no words was.</summary>
    public ValueList<FactChange> Facts { get; init; } = [];

    /// <summary>As <see cref="Facts"/>, claim by claim.</summary>
    public ValueList<ClaimChange> Claims { get; init; } = [];
}

/// <summary>Where an incident was changed, removed or restored, without what it says.</summary>
/// <param name="Revision">That did it.</param>
/// <param name="Number">Of the row that it ended, or that it brought back.</param>
/// <param name="Present">The number of the incident at the last revision; null where it is gone.</param>
/// <param name="Earlier">The number that it had at the revision since which is asked; null where it was not there, and where none is asked for.</param>
/// <param name="IsLead">True for a lead.</param>
public sealed record ChangedIncident(long Revision, long Number, long? Present, long? Earlier, bool IsLead);
