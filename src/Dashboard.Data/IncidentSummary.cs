using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data;

/// <summary>One line of the list.</summary>
public sealed record IncidentSummary
{
    /// <summary>Its number in the store.</summary>
    public required long Number { get; init; }

    /// <summary>The slug of its dataset.</summary>
    public required string Dataset { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required IncidentKind Kind { get; init; }

    /// <summary>True for a machine-coded row that awaits a person.</summary>
    public required bool IsLead { get; init; }

    public required Occurrence? Occurrence { get; init; }

    /// <summary>Names, in the order of importance.</summary>
    public required ValueList<string> Places { get; init; }

    /// <summary>ISO 3166-1 alpha-2, of its places, each once.</summary>
    public required ValueList<string> Countries { get; init; }

    /// <summary>Names, each once; perpetrators first.</summary>
    public required ValueList<string> Actors { get; init; }

    public required Toll Killed { get; init; }

    public required Toll Injured { get; init; }

    public required GeoPrecision? Precision { get; init; }

    /// <summary>False where the incident has nothing to draw and stands in the "not placed on the map" list.</summary>
    public required bool IsPlaced { get; init; }
}
