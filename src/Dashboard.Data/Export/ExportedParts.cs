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

    /// <summary>What the features carry themselves.</summary>
    private readonly References _carried = new();

    /// <summary>Of the incidents that relations and conflicts name, those that are exported.</summary>
    private readonly HashSet<string> _related = [];

    private readonly HashSet<string> _named;
    private long _count;

    private ExportedParts(DatasetParts dataset)
    {
        _dataset = dataset;
        _named = [.. dataset.Relations.SelectMany(relation => new[] { relation.FromId, relation.ToId }), .. dataset.Conflicts.SelectMany(conflict => conflict.IncidentIds)];
    }

    private bool IsWhole => _count == _dataset.Count;

    /// <summary>Runs over all that is exported, and keeps the ids of what it refers to.</summary>
    /// <returns>By the slugs of the datasets.</returns>
    public static async Task<IEnumerable<ExportedParts>> GatherAsync(ExportedIncidents incidents, DatasetsInUse datasets, CancellationToken stop)
    {
        var lanes = Enumerable.Range(0, ExportedIncidents.Lanes).Select(_ => new Dictionary<string, ExportedParts>()).ToList();
        await foreach (var _ in incidents.Batches(lanes, Add, stop))
        {
            // What the lanes gathered is put together at the end.
        }

        return lanes.SelectMany(lane => lane.Values)
            .GroupBy(parts => parts._dataset.Description.Slug)
            .OrderBy(parts => parts.Key, StringComparer.Ordinal)
            .Select(parts => parts.Aggregate(Joined));

        void Add(Dictionary<string, ExportedParts> lane, StoredIncident stored)
        {
            if (!lane.TryGetValue(stored.Dataset, out var parts))
            {
                lane.Add(stored.Dataset, parts = new ExportedParts(datasets.Of(stored.Dataset)));
            }

            parts.Add(stored);
        }
    }

    private static ExportedParts Joined(ExportedParts one, ExportedParts other)
    {
        one._count += other._count;
        one._carried.Add(other._carried);
        one._related.UnionWith(other._related);
        return one;
    }

    public ExportedDataset Said()
    {
        var relations = _dataset.Relations.Where(relation => IsWhole || (_related.Contains(relation.FromId) && _related.Contains(relation.ToId))).ToList();
        var conflicts = _dataset.Conflicts.Where(conflict => IsWhole || conflict.IncidentIds.All(_related.Contains)).ToList();
        var needed = NeededActors(relations);
        var actors = _dataset.Actors.Where(actor => IsWhole || needed.Contains(actor.Id)).ToList();
        var places = _dataset.Places.Where(place => IsWhole && !_carried.HasPlace(place.Id)).ToList();
        var sources = Sources(actors, relations, conflicts);
        return new ExportedDataset
        {
            Description = _dataset.Description,
            Actors = actors.ToValueList(),
            Places = places.ToValueList(),
            Sources = _dataset.Sources.Where(source => !_carried.HasSource(source.Id) && (IsWhole || sources.HasSource(source.Id))).ToValueList(),
            Relations = relations.ToValueList(),
            Conflicts = conflicts.ToValueList(),
            Notes = _dataset.Notes.ToValueList(),
        };
    }

    /// <summary>Those that are named, and all that they are part of.</summary>
    private HashSet<string> NeededActors(List<Relation> relations)
    {
        var needed = new HashSet<string>();
        foreach (var named in _carried.Actors.Concat(relations.Select(relation => relation.AssertedBy?.ActorId)))
        {
            for (var id = named; id is not null && needed.Add(id); id = _dataset.ActorById.GetValueOrDefault(id)?.ParentId)
            {
            }
        }

        return needed;
    }

    private References Sources(List<Actor> actors, List<Relation> relations, List<Conflict> conflicts)
    {
        var sources = new References();
        actors.ForEach(actor => sources.Add(actor.Evidence));
        relations.ForEach(relation => sources.Add(relation.Evidence));
        foreach (var conflict in conflicts)
        {
            sources.Add(conflict.Basis);
            foreach (var source in conflict.SourceIds)
            {
                sources.AddSource(source);
            }
        }

        foreach (var note in _dataset.Notes)
        {
            sources.Add(note.Basis);
        }

        return sources;
    }

    private void Add(StoredIncident stored)
    {
        _count++;
        _carried.Add(stored.Incident, stored.Claims, _dataset.PlaceById);
        if (_named.Contains(stored.Incident.Id))
        {
            _related.Add(stored.Incident.Id);
        }
    }
}
