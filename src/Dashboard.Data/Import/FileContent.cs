using Dashboard.Domain;

namespace Dashboard.Data.Import;

/// <summary>One thing that a file holds, in the order in which it is met.</summary>
public abstract record FileContent
{
    private FileContent()
    {
    }

    /// <summary>An incident (or a lead) with all that it refers to.</summary>
    public sealed record Row(ImportedIncident Incident) : FileContent;

    /// <summary>A row that was not taken.</summary>
    public sealed record Refused(Refusal Refusal) : FileContent;

    /// <summary>
    /// What our own export says of a dataset as a whole. Its parts stand for themselves: those of the same id that are in
    /// the store already are changed to them. Incidents and claims come as rows.
    /// </summary>
    /// <param name="Line">The line of the file where it begins, from 1.</param>
    public sealed record Whole(Dataset DatasetWithoutIncidents, long Line) : FileContent;
}
