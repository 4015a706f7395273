using System.Collections.Concurrent;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>Everything of a dataset but its incidents.</summary>
internal sealed class DatasetParts
{
    public DatasetParts(DatasetDescription description, IEnumerable<Actor> actors, IEnumerable<Place> places, IEnumerable<Source> sources)
    {
        Description = description;
        Slug = JsonText.Of(description.Slug);
        Actors = new(actors.Select((actor, index) => new ExportedActor(actor, index)));
        Sources = new(sources.Select((source, index) => new ExportedSource(source, index)));
        Places = new(places.Select((place, index) => new ExportedPlace(place, index, [.. SourcesOf(place)])));
    }

    public DatasetDescription Description { get; }

    /// <summary>As JSON.</summary>
    public byte[] Slug { get; }

    /// <summary>How many incidents and leads it has: counted when it is asked.</summary>
    public required Lazy<long> Count { get; init; }

    public PartsById<ExportedActor> Actors { get; }

    public PartsById<ExportedPlace> Places { get; }

    public PartsById<ExportedSource> Sources { get; }

    public required IReadOnlyList<Relation> Relations { get; init; }

    public required IReadOnlyList<Conflict> Conflicts { get; init; }

    public required IReadOnlyList<DatasetNote> Notes { get; init; }

    private IEnumerable<ExportedSource> SourcesOf(Place place) => place.Evidence.Basis.Select(basis => Sources.Find(basis.SourceId)).OfType<ExportedSource>();
}

/// <summary>The parts of the datasets of a store, read when an incident of theirs is met.</summary>
internal sealed class DatasetsInUse(DashboardStore store)
{
    private readonly ConcurrentDictionary<string, Lazy<DatasetParts>> _parts = new();

    public DatasetParts Of(string dataset) => _parts.GetOrAdd(dataset, slug => new Lazy<DatasetParts>(() => store.Read(reader => Read(reader, slug, CountOf(slug))))).Value;

    private Lazy<long> CountOf(string slug) => new(() => store.Read(reader => reader.CountOf(slug)));

    private static DatasetParts Read(StoreReader reader, string slug, Lazy<long> count) =>
        new(reader.Description(slug), reader.Actors(slug), reader.Places(slug), reader.Sources(slug))
        {
            Count = count,
            Relations = reader.Relations(slug),
            Conflicts = reader.Conflicts(slug),
            Notes = reader.Notes(slug),
        };
}
