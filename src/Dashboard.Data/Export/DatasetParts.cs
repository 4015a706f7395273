using System.Collections.Concurrent;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>Everything of a dataset but its incidents, to be found by its id.</summary>
internal sealed class DatasetParts(IReadOnlyList<Actor> actors, IReadOnlyList<Place> places, IReadOnlyList<Source> sources)
{
    public required DatasetDescription Description { get; init; }

    /// <summary>How many incidents and leads it has.</summary>
    public required long Count { get; init; }

    public IReadOnlyList<Actor> Actors { get; } = actors;

    public IReadOnlyList<Place> Places { get; } = places;

    public IReadOnlyList<Source> Sources { get; } = sources;

    public required IReadOnlyList<Relation> Relations { get; init; }

    public required IReadOnlyList<Conflict> Conflicts { get; init; }

    public required IReadOnlyList<DatasetNote> Notes { get; init; }

    public IReadOnlyDictionary<string, Actor> ActorById { get; } = actors.ToDictionary(actor => actor.Id);

    public IReadOnlyDictionary<string, Place> PlaceById { get; } = places.ToDictionary(place => place.Id);

    public IReadOnlyDictionary<string, Source> SourceById { get; } = sources.ToDictionary(source => source.Id);
}

/// <summary>The parts of the datasets of a store, read when an incident of theirs is met.</summary>
internal sealed class DatasetsInUse(DashboardStore store)
{
    private readonly ConcurrentDictionary<string, Lazy<DatasetParts>> _parts = new();

    public DatasetParts Of(string dataset) => _parts.GetOrAdd(dataset, slug => new Lazy<DatasetParts>(() => store.Read(reader => Read(reader, slug)))).Value;

    private static DatasetParts Read(StoreReader reader, string slug)
    {
        var summary = reader.Datasets.First(dataset => dataset.Description.Slug == slug);
        return new DatasetParts(reader.Actors(slug), reader.Places(slug), reader.Sources(slug))
        {
            Description = summary.Description,
            Count = summary.Incidents + summary.Leads,
            Relations = reader.Relations(slug),
            Conflicts = reader.Conflicts(slug),
            Notes = reader.Notes(slug),
        };
    }
}
