using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>Everything of a dataset but its incidents, to be found by its id.</summary>
internal sealed record DatasetParts
{
    public required DatasetDescription Description { get; init; }

    /// <summary>How many incidents and leads it has.</summary>
    public required long Count { get; init; }

    public required IReadOnlyList<Actor> Actors { get; init; }

    public required IReadOnlyList<Place> Places { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<Relation> Relations { get; init; }

    public required IReadOnlyList<Conflict> Conflicts { get; init; }

    public required IReadOnlyList<DatasetNote> Notes { get; init; }

    public IReadOnlyDictionary<string, Actor> ActorById => field ??= Actors.ToDictionary(actor => actor.Id);

    public IReadOnlyDictionary<string, Place> PlaceById => field ??= Places.ToDictionary(place => place.Id);

    public IReadOnlyDictionary<string, Source> SourceById => field ??= Sources.ToDictionary(source => source.Id);
}
