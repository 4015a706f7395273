using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>What our own GeoJSON says before its features, as its member <c>dashboard</c>.</summary>
internal sealed record ExportHeader
{
    /// <summary>The version of the layout.</summary>
    public required int Format { get; init; }

    public required DateTimeOffset Exported { get; init; }

    /// <summary>The query string of the view whose incidents these are; empty for all.</summary>
    public required string View { get; init; }

    public required string Revision { get; init; }

    public required ValueList<ExportedDataset> Datasets { get; init; }
}

/// <summary>What no single incident says of its dataset; places and sources are those that no exported incident carries.</summary>
internal sealed record ExportedDataset
{
    public required DatasetDescription Description { get; init; }

    public required ValueList<Actor> Actors { get; init; }

    public required ValueList<Place> Places { get; init; }

    public required ValueList<Source> Sources { get; init; }

    public required ValueList<Relation> Relations { get; init; }

    public required ValueList<Conflict> Conflicts { get; init; }

    public required ValueList<DatasetNote> Notes { get; init; }

    public Dataset WithoutIncidents() => new()
    {
        Description = Description,
        Actors = Actors,
        Places = Places,
        Sources = Sources,
        Incidents = [],
        Claims = [],
        Relations = Relations,
        Conflicts = Conflicts,
        Notes = Notes,
    };
}
