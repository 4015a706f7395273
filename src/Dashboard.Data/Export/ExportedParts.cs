using Dashboard.Data.Documents;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>
/// What an export says of one dataset before its incidents: everything when all of them are exported, otherwise what they
/// refer to, so that every reference leads somewhere within the file.
/// </summary>
internal sealed class ExportedParts
{
    private readonly DatasetParts _dataset;

    /// <summary>What the features carry themselves, by its index.</summary>
    private readonly bool[] _actors;
    private readonly bool[] _places;
    private readonly bool[] _sources;

    /// <summary>Of the incidents that relations and conflicts name, those that are exported.</summary>
    private readonly HashSet<string> _related = [];

    private readonly Dictionary<byte[], string> _named;
    private long _count;

    private ExportedParts(DatasetParts dataset)
    {
        _dataset = dataset;
        (_actors, _places, _sources) = (new bool[dataset.Actors.Count], new bool[dataset.Places.Count], new bool[dataset.Sources.Count]);
        _named = dataset.Relations.SelectMany(relation => new[] { relation.FromId, relation.ToId }).Concat(dataset.Conflicts.SelectMany(conflict => conflict.IncidentIds))
            .Distinct().ToDictionary(JsonText.Of, EncodedIds.Comparer);
    }

    /// <summary>Of what was known on a day, nothing is said that no incident refers to.</summary>
    private bool IsWhole => _dataset.Known is null && _count == _dataset.Count.Value;

    /// <summary>Runs over all that is exported, and keeps what it refers to.</summary>
    /// <returns>By the slugs of the datasets.</returns>
    public static async Task<IEnumerable<ExportedParts>> GatherAsync(ExportedIncidents incidents, CancellationToken stop)
    {
        var lanes = Enumerable.Range(0, ExportedIncidents.Lanes).Select(_ => new Lane()).ToList();
        await foreach (var _ in incidents.Batches(lanes, Add, stop))
        {
            // What the lanes gathered is put together at the end.
        }

        return lanes.SelectMany(lane => lane.Parts.Values)
            .GroupBy(parts => parts._dataset.Description.Slug)
            .OrderBy(parts => parts.Key, StringComparer.Ordinal)
            .Select(parts => parts.Aggregate(Joined));

        static void Add(Lane lane, DatasetParts dataset, in CutDocument document)
        {
            lane.References.Read(dataset, document);
            lane.Of(dataset).Add(lane.References, document);
        }
    }

    public ExportedDataset Said()
    {
        var relations = _dataset.Relations.Where(relation => IsWhole || (_related.Contains(relation.FromId) && _related.Contains(relation.ToId))).ToList();
        var conflicts = _dataset.Conflicts.Where(conflict => IsWhole || conflict.IncidentIds.All(_related.Contains)).ToList();
        var needed = NeededActors(relations);
        var actors = _dataset.Actors.Select(actor => actor.Actor).Where(actor => IsWhole || needed.Contains(actor.Id)).ToList();
        var places = _dataset.Places.Where(place => IsWhole && !_places[place.Index]).Select(place => place.Place);
        var sources = Sources(actors, relations, conflicts);
        return new ExportedDataset
        {
            Description = _dataset.Description,
            Actors = actors.ToValueList(),
            Places = places.ToValueList(),
            Sources = _dataset.Sources.Where(source => !_sources[source.Index] && (IsWhole || sources.Contains(source.Source.Id))).Select(source => source.Source).ToValueList(),
            Relations = relations.ToValueList(),
            Conflicts = conflicts.ToValueList(),
            Notes = _dataset.Notes.ToValueList(),
        };
    }

    private static ExportedParts Joined(ExportedParts one, ExportedParts other)
    {
        one._count += other._count;
        Join(one._actors, other._actors);
        Join(one._places, other._places);
        Join(one._sources, other._sources);
        one._related.UnionWith(other._related);
        return one;
    }

    private static void Join(bool[] one, bool[] other)
    {
        for (var index = 0; index < one.Length; index++)
        {
            one[index] |= other[index];
        }
    }

    /// <summary>Those that are named, and all that they are part of.</summary>
    private HashSet<string> NeededActors(List<Relation> relations)
    {
        var needed = new HashSet<string>();
        var carried = _dataset.Actors.Where(actor => _actors[actor.Index]).Select(actor => actor.Actor.Id);
        foreach (var named in carried.Concat(relations.Select(relation => relation.AssertedBy?.ActorId)))
        {
            for (var id = named; id is not null && needed.Add(id); id = _dataset.Actors.Find(id)?.Actor.ParentId)
            {
            }
        }

        return needed;
    }

    /// <summary>The ids of what all this rests on.</summary>
    private HashSet<string> Sources(List<Actor> actors, List<Relation> relations, List<Conflict> conflicts) =>
    [
        .. actors.SelectMany(actor => actor.Evidence.Basis)
            .Concat(relations.SelectMany(relation => relation.Evidence.Basis))
            .Concat(conflicts.SelectMany(conflict => conflict.Basis))
            .Concat(_dataset.Notes.SelectMany(note => note.Basis))
            .Select(basis => basis.SourceId)
            .OfType<string>(),
        .. conflicts.SelectMany(conflict => conflict.SourceIds),
    ];

    private void Add(References references, in CutDocument document)
    {
        _count++;
        foreach (var actor in references.Actors)
        {
            _actors[actor.Index] = true;
        }

        foreach (var place in references.Places)
        {
            _places[place.Index] = true;
        }

        foreach (var source in references.Sources)
        {
            _sources[source.Index] = true;
        }

        if (_named.Count > 0 && _named.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(document.Id, out var id) && HasBegun(document))
        {
            _related.Add(id);
        }
    }

    /// <summary>A relation to what had not begun was not known.</summary>
    private bool HasBegun(in CutDocument document)
    {
        if (_dataset.Known is not { } known || document.Time.IsEmpty)
        {
            return true;
        }

        var time = new DocumentReader(document.Time);
        return KnownOn.FirstDay(OccurrenceJson.Read(ref time)) <= known.Day;
    }

    private sealed class Lane
    {
        public Dictionary<DatasetParts, ExportedParts> Parts { get; } = [];

        public References References { get; } = new(isThroughPlaces: true);

        public ExportedParts Of(DatasetParts dataset)
        {
            if (!Parts.TryGetValue(dataset, out var parts))
            {
                Parts.Add(dataset, parts = new ExportedParts(dataset));
            }

            return parts;
        }
    }
}
