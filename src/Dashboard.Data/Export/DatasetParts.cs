using System.Collections.Concurrent;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

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

    /// <summary>What was known on the day that the export is of; null where it is of all that is known.</summary>
    public KnownOn? Known { get; init; }

    /// <summary>Where the export is of a day: the relations that correct an incident, by its id, each with the time of the statement.</summary>
    public ILookup<string, (Relation Relation, Occurrence? From)> Corrections { get; init; } =
        Enumerable.Empty<(Relation Relation, Occurrence? From)>().ToLookup(_ => "");

    private IEnumerable<ExportedSource> SourcesOf(Place place) => place.Evidence.Basis.Select(basis => Sources.Find(basis.SourceId)).OfType<ExportedSource>();
}

/// <summary>The parts of the datasets of a store, read when an incident of theirs is met.</summary>
internal sealed class DatasetsInUse(DashboardStore store, ExportMoment moment)
{
    private readonly ConcurrentDictionary<string, Lazy<DatasetParts>> _parts = new();

    public DatasetParts Of(string dataset) => _parts.GetOrAdd(dataset, slug => new Lazy<DatasetParts>(() => store.Read(reader => Read(reader, slug, CountOf(slug)), moment.Revision))).Value;

    private Lazy<long> CountOf(string slug) => new(() => store.Read(reader => reader.CountOf(slug), moment.Revision));

    private DatasetParts Read(StoreReader reader, string slug, Lazy<long> count) => moment.Day is { } day
        ? Read(reader, slug, count, new KnownOn(day, reader.Sources(slug)))
        : new(reader.Description(slug), reader.Actors(slug), reader.Places(slug), reader.Sources(slug))
        {
            Count = count,
            Relations = reader.Relations(slug),
            Conflicts = reader.Conflicts(slug),
            Notes = reader.Notes(slug),
        };

    /// <summary>The same without what was said after the day, and resting on nothing that was.</summary>
    private static DatasetParts Read(StoreReader reader, string slug, Lazy<long> count, KnownOn known)
    {
        var sources = reader.Sources(slug);
        var later = sources.Where(source => !known.Has(source)).Select(source => source.Id).ToHashSet();
        return new(
            reader.Description(slug),
            reader.Actors(slug).Select(actor => actor with { Evidence = known.Of(actor.Evidence) }),
            reader.Places(slug).Select(place => place with { Evidence = known.Of(place.Evidence) }),
            sources.Where(known.Has))
        {
            Count = count,
            Known = known,
            Corrections = reader.Corrections(slug),
            Relations = [.. reader.Relations(slug).Where(relation => known.Has(relation, null)).Select(known.Of)],
            Conflicts = [.. reader.Conflicts(slug).Where(conflict => !conflict.Basis.Select(basis => basis.SourceId).Concat(conflict.SourceIds).Any(id => id is not null && later.Contains(id)))],
            Notes = [.. reader.Notes(slug).Select(note => note with { Basis = known.Of(new Evidence(note.Basis, null)).Basis })],
        };
    }
}
