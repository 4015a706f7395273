using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Revisions;
using Dashboard.Data.Text;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sharing;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Links;

/// <summary>One dataset on its way into an excerpt: its incidents as they may be told, then what they refer to, and nothing that they do not.</summary>
internal sealed class ExcerptDataset
{
    private readonly SqliteConnection _connection;
    private readonly long _number;
    private readonly long _revision;
    private readonly DatasetDescription _description;
    private readonly Redactor _redactor;
    private readonly bool _isWhole;

    private readonly List<Place> _places;
    private readonly List<Actor> _actors;
    private readonly List<Source> _sources;
    private readonly IReadOnlyList<Relation> _relations;
    private readonly IReadOnlyList<Conflict> _conflicts;
    private readonly IReadOnlyList<DatasetNote> _notes;

    private readonly Dictionary<string, string> _placeWords;
    private readonly Dictionary<string, string> _actorWords;
    private readonly HashSet<string> _named;

    /// <summary>Of the incidents that relations and conflicts name, those that are here.</summary>
    private readonly HashSet<string> _here = [];

    private readonly HashSet<string> _usedPlaces = [];
    private readonly HashSet<string> _usedActors = [];
    private readonly HashSet<string> _usedSources = [];
    private readonly IndexedWords _words = new();
    private readonly ColumnNames _columns;
    private long _count;

    /// <param name="number">Of the dataset in the excerpt.</param>
    /// <param name="columns">Takes in the names of upstream columns.</param>
    /// <param name="isWhole">True where nothing is kept back.</param>
    public ExcerptDataset(SqliteConnection connection, long number, StoreReader reader, DatasetDescription description, Redactor redactor, ColumnNames columns, bool isWhole)
    {
        (_connection, _number, _revision, _description, _redactor, _columns, _isWhole) = (connection, number, reader.Revision, description, redactor, columns, isWhole);
        var slug = description.Slug;
        _places = [.. redactor.Apply(reader.Places(slug))];
        _actors = [.. redactor.Apply(reader.Actors(slug))];
        _sources = [.. redactor.Apply(reader.Sources(slug))];
        _relations = reader.Relations(slug);
        (_conflicts, _notes) = (reader.Conflicts(slug), reader.Notes(slug));
        _placeWords = _places.ToDictionary(place => place.Id, IncidentText.Names);
        _actorWords = _actors.ToDictionary(actor => actor.Id, IncidentText.Names);
        _named = [.. _relations.SelectMany(relation => new[] { relation.FromId, relation.ToId }), .. _conflicts.SelectMany(conflict => conflict.IncidentIds)];
    }

    /// <summary>Puts an incident into a batch, as it may be told.</summary>
    public void Tell(StoredIncident stored, ExcerptBatch batch)
    {
        var (incident, claims) = (_redactor.Apply(stored.Incident), _redactor.Apply(stored.Claims));
        if (_named.Contains(stored.Incident.Id))
        {
            _here.Add(stored.Incident.Id);
        }

        Use(incident, claims);
        Gather(incident);
        batch.Add(_number, incident, claims, _words, _columns);
        _count++;
    }

    /// <summary>Writes what the incidents refer to.</summary>
    public void Finish()
    {
        var relations = _relations.Where(relation => _here.Contains(relation.FromId) && _here.Contains(relation.ToId)).Select(_redactor.Apply).ToList();
        var conflicts = _redactor.ChangesNothing ? _conflicts.Where(conflict => conflict.IncidentIds.All(_here.Contains)).ToList() : [];
        _usedActors.UnionWith(relations.Select(relation => relation.AssertedBy?.ActorId).OfType<string>());
        UseAbove();
        UseSources(relations.SelectMany(relation => relation.Evidence.Basis));
        UseSources(conflicts.SelectMany(conflict => conflict.Basis));
        _usedSources.UnionWith(conflicts.SelectMany(conflict => conflict.SourceIds));
        var (actors, places) = (Used(_actors, actor => _usedActors.Contains(actor.Id)), Used(_places, place => _usedPlaces.Contains(place.Id)));
        UseSources(actors.SelectMany(actor => actor.Evidence.Basis).Concat(places.SelectMany(place => place.Evidence.Basis)));

        if (!_isWhole && _count == 0)
        {
            _connection.Execute("DELETE FROM dataset WHERE number = @_number", new { _number });
            return;
        }

        Write(PartNature.Description, [_description], description => description.Slug);
        Write(PartNature.Source, Used(_sources, source => _usedSources.Contains(source.Id)), source => source.Id);
        Write(PartNature.Actor, actors, actor => actor.Id);
        Write(PartNature.Place, places, place => place.Id);
        Write(PartNature.Relation, relations, relation => relation.Id);
        Write(PartNature.Conflict, conflicts, conflict => conflict.Id);
        Write(PartNature.Note, _isWhole ? _notes : [], note => note.Id);
    }

    private List<T> Used<T>(List<T> parts, Func<T, bool> isUsed) => _isWhole ? parts : [.. parts.Where(isUsed)];

    private void Write<T>(PartNature nature, IEnumerable<T> parts, Func<T, string> id) => AddParts.Run(_connection, _number, _revision, nature, parts, id);

    private void Gather(Incident incident)
    {
        _words.Clear();
        foreach (var id in incident.PlaceIds)
        {
            _words.AddNames(_placeWords[id]);
        }

        foreach (var id in incident.Involvements.Select(involvement => involvement.ActorId).Distinct())
        {
            _words.AddNames(_actorWords[id]);
        }

        _words.AddProse(incident.Title);
        _words.AddProse(incident.Summary);
        foreach (var attribute in incident.Attributes)
        {
            _words.AddAttribute(attribute.Value);
        }
    }

    private void Use(Incident incident, ValueList<Claim> claims)
    {
        if (_isWhole)
        {
            return;
        }

        _usedPlaces.UnionWith(incident.PlaceIds);
        _usedPlaces.UnionWith(Located(incident.Geometry).Select(location => location.PlaceId).OfType<string>());
        _usedActors.UnionWith(incident.Involvements.Select(involvement => involvement.ActorId));
        UseSources(incident.Bases);
        foreach (var claim in claims)
        {
            _usedSources.Add(claim.SourceId);
            UseSources(claim.Evidence.Basis);
            if (claim.Claimant.ActorId is { } actor)
            {
                _usedActors.Add(actor);
            }
        }
    }

    private void UseSources(IEnumerable<Basis> bases) => _usedSources.UnionWith(bases.Select(basis => basis.SourceId).OfType<string>());

    /// <summary>An actor is told with all that it is a part of.</summary>
    private void UseAbove()
    {
        var parents = _actors.Where(actor => actor.ParentId is not null).ToDictionary(actor => actor.Id, actor => actor.ParentId!);
        foreach (var used in _usedActors.ToList())
        {
            for (var id = used; parents.TryGetValue(id, out var parent) && _usedActors.Add(parent); id = parent)
            {
            }
        }
    }

    private static IEnumerable<LocatedPoint> Located(Geometry? geometry) => geometry switch
    {
        PointGeometry point => [point.Location],
        MultiPointGeometry points => points.Locations,
        RouteGeometry route => route.Stops.Select(stop => stop.Location),
        _ => [],
    };
}
