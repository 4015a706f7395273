using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data;

/// <summary>Every id of a dataset is its own, and every reference leads somewhere. A message names the path within the dataset.</summary>
internal sealed class DatasetCheck
{
    private readonly Dataset _dataset;
    private readonly HashSet<string> _actors;
    private readonly HashSet<string> _places;
    private readonly HashSet<string> _sources;
    private readonly HashSet<string> _incidents;

    private DatasetCheck(Dataset dataset)
    {
        _dataset = dataset;
        _actors = Unique("$.actors", dataset.Actors, "id", actor => actor.Id);
        _places = Unique("$.places", dataset.Places, "id", place => place.Id);
        _sources = Unique("$.sources", dataset.Sources, "id", source => source.Id);
        _incidents = Unique("$.incidents", dataset.Incidents, "id", incident => incident.Id);
        Unique("$.incidents", dataset.Incidents, "slug", incident => incident.Slug);
        Unique("$.claims", dataset.Claims, "id", claim => claim.Id);
        Unique("$.relations", dataset.Relations, "id", relation => relation.Id);
        Unique("$.conflicts", dataset.Conflicts, "id", conflict => conflict.Id);
        Unique("$.notes", dataset.Notes, "id", note => note.Id);
    }

    /// <exception cref="RefusedException">The first fault that was found.</exception>
    public static void Run(Dataset dataset)
    {
        var check = new DatasetCheck(dataset);
        check.Sources();
        check.Actors();
        Each("$.places", dataset.Places, (path, place) => check.Evidence($"{path}.evidence", place.Evidence));
        Each("$.incidents", dataset.Incidents, check.Incident);
        Each("$.claims", dataset.Claims, check.Claim);
        Each("$.relations", dataset.Relations, check.Relation);
        Circles(dataset.Relations);
        Each("$.conflicts", dataset.Conflicts, check.Conflict);
        Each("$.notes", dataset.Notes, (path, note) => check.Basis($"{path}.basis", note.Basis));
    }

    private void Sources()
    {
        var words = Enum.GetValues<BasisKind>().Select(EnumWord.Of).ToHashSet();
        Each("$.sources", _dataset.Sources, (path, source) =>
            Refuse(words.Contains(source.Id), $"{path}.id", $"'{source.Id}' is a word with a meaning of its own"));
    }

    private void Actors()
    {
        var parents = _dataset.Actors.ToDictionary(actor => actor.Id, actor => actor.ParentId);
        Each("$.actors", _dataset.Actors, (path, actor) =>
        {
            Known($"{path}.parentId", actor.ParentId, _actors, "actor");
            Evidence($"{path}.evidence", actor.Evidence);
            var steps = 0;
            for (var above = actor.ParentId; above is not null; above = parents.GetValueOrDefault(above))
            {
                Refuse(++steps > parents.Count, $"{path}.parentId", $"the parents of '{actor.Id}' go round in a circle");
            }
        });
    }

    private void Incident(string path, Incident incident)
    {
        Evidence($"{path}.evidence", incident.Evidence);
        Evidence($"{path}.occurrenceEvidence", incident.OccurrenceEvidence);
        Evidence($"{path}.geometryEvidence", incident.GeometryEvidence);
        Evidence($"{path}.killed.evidence", incident.Killed.Evidence);
        Evidence($"{path}.injured.evidence", incident.Injured.Evidence);
        Geometry($"{path}.geometry", incident.Geometry);
        Each($"{path}.placeIds", incident.PlaceIds, (at, place) => Known(at, place, _places, "place"));
        Each($"{path}.weapons", incident.Weapons, (at, weapon) => Basis($"{at}.basis", weapon.Basis));
        Each($"{path}.involvements", incident.Involvements, (at, involvement) =>
        {
            Known($"{at}.actorId", involvement.ActorId, _actors, "actor");
            Evidence($"{at}.evidence", involvement.Evidence);
        });
    }

    private void Geometry(string path, Geometry? geometry)
    {
        switch (geometry)
        {
            case PointGeometry point:
                Known($"{path}.location.placeId", point.Location.PlaceId, _places, "place");
                break;
            case MultiPointGeometry several:
                Each($"{path}.locations", several.Locations, (at, location) => Known($"{at}.placeId", location.PlaceId, _places, "place"));
                break;
            case RouteGeometry route:
                Each($"{path}.stops", route.Stops, (at, stop) =>
                {
                    Known($"{at}.location.placeId", stop.Location.PlaceId, _places, "place");
                    Basis($"{at}.basis", stop.Basis);
                });
                break;
        }
    }

    private void Claim(string path, Claim claim)
    {
        Known($"{path}.incidentId", claim.IncidentId, _incidents, "incident");
        Known($"{path}.claimant.actorId", claim.Claimant.ActorId, _actors, "actor");
        Known($"{path}.sourceId", claim.SourceId, _sources, "source");
        Evidence($"{path}.evidence", claim.Evidence);
    }

    private void Relation(string path, Relation relation)
    {
        Known($"{path}.fromId", relation.FromId, _incidents, "incident");
        Known($"{path}.toId", relation.ToId, _incidents, "incident");
        Known($"{path}.assertedBy.actorId", relation.AssertedBy?.ActorId, _actors, "actor");
        Evidence($"{path}.evidence", relation.Evidence);
    }

    private static void Circles(ValueList<Relation> relations)
    {
        var circles = new PartCircles();
        Each("$.relations", relations, (path, relation) =>
        {
            var way = circles.Add(relation);
            Refuse(way is not null, path, $"'{relation.FromId}' would be part of itself: {string.Join(", part of ", way ?? [])}");
        });
    }

    private void Conflict(string path, Conflict conflict)
    {
        Each($"{path}.sourceIds", conflict.SourceIds, (at, source) => Known(at, source, _sources, "source"));
        Each($"{path}.incidentIds", conflict.IncidentIds, (at, incident) => Known(at, incident, _incidents, "incident"));
        Basis($"{path}.basis", conflict.Basis);
    }

    private void Evidence(string path, Evidence evidence) => Basis($"{path}.basis", evidence.Basis);

    private void Basis(string path, ValueList<Basis> basis) =>
        Each(path, basis, (at, one) => Known(at, one.SourceId, _sources, "source"));

    private static void Each<T>(string path, ValueList<T> items, Action<string, T> check)
    {
        for (var index = 0; index < items.Count; index++)
        {
            check($"{path}[{index}]", items[index]);
        }
    }

    private static void Known(string path, string? id, HashSet<string> known, string what) =>
        Refuse(id is not null && !known.Contains(id), path, $"there is no {what} '{id}'");

    private static HashSet<string> Unique<T>(string path, ValueList<T> items, string what, Func<T, string> name)
    {
        var names = new HashSet<string>();
        for (var index = 0; index < items.Count; index++)
        {
            Refuse(!names.Add(name(items[index])), $"{path}[{index}].{what}", $"'{name(items[index])}' is there twice");
        }

        return names;
    }

    private static void Refuse(bool condition, string path, string message)
    {
        if (condition)
        {
            throw new RefusedException($"{path}: {message}");
        }
    }
}
