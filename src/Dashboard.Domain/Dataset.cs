using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain;

/// <summary>What a dataset is, apart from its incidents.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its name on screen.</param>
/// <param name="Coverage">The time in which incidents were collected; single earlier ones may give context.</param>
public sealed record DatasetDescription(string Slug, string Title, string Summary, string Licence, string Attribution, TimeWindow Coverage)
{
    /// <summary>The layout that its rows came in: <c>UCDP GED</c>, <c>ACLED</c>; null for one that was made here.</summary>
    public string? Codebook { get; init; }

    /// <summary>Which release of the upstream dataset this is, where it is known.</summary>
    public string? Version { get; init; }
}

/// <summary>A complete dataset as it is read from a file or the store: every reference resolves within it.</summary>
public sealed record Dataset
{
    public required DatasetDescription Description { get; init; }

    public required ValueList<Actor> Actors { get; init; }

    public required ValueList<Place> Places { get; init; }

    public required ValueList<Source> Sources { get; init; }

    public required ValueList<Incident> Incidents { get; init; }

    public required ValueList<Claim> Claims { get; init; }

    public required ValueList<Relation> Relations { get; init; }

    /// <summary>Where a source says something else than the record, and how the dataset handles it.</summary>
    public ValueList<Conflict> Conflicts { get; init; } = [];

    /// <summary>What to keep in mind with these data: names that look alike, faults that copies bring in.</summary>
    public ValueList<DatasetNote> Notes { get; init; } = [];
}
