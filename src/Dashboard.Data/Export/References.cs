using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>What incidents refer to, each once, in the order in which it is met.</summary>
internal sealed class References
{
    private readonly OrderedDictionary<string, byte> _actors = [];
    private readonly OrderedDictionary<string, byte> _places = [];
    private readonly OrderedDictionary<string, byte> _sources = [];

    public IReadOnlyList<string> Actors => _actors.Keys;

    public IReadOnlyList<string> Places => _places.Keys;

    public IReadOnlyList<string> Sources => _sources.Keys;

    public bool HasActor(string id) => _actors.ContainsKey(id);

    public bool HasPlace(string id) => _places.ContainsKey(id);

    public bool HasSource(string id) => _sources.ContainsKey(id);

    public void Clear()
    {
        _actors.Clear();
        _places.Clear();
        _sources.Clear();
    }

    /// <summary>All that the incident and its claims name, and the sources that its places rest on.</summary>
    public void Add(Incident incident, ValueList<Claim> claims, IReadOnlyDictionary<string, Place> placeById)
    {
        Add(incident.Evidence);
        Add(incident.OccurrenceEvidence);
        Add(incident.GeometryEvidence);
        Add(incident.Killed.Evidence);
        Add(incident.Injured.Evidence);
        foreach (var place in incident.PlaceIds.AsSpan())
        {
            AddPlace(place, placeById);
        }

        foreach (var involvement in incident.Involvements.AsSpan())
        {
            AddActor(involvement.ActorId);
            Add(involvement.Evidence);
        }

        foreach (var weapon in incident.Weapons.AsSpan())
        {
            Add(weapon.Basis);
        }

        Add(incident.Geometry, placeById);
        foreach (var claim in claims.AsSpan())
        {
            AddActor(claim.Claimant.ActorId);
            AddSource(claim.SourceId);
            Add(claim.Evidence);
        }
    }

    public void Add(References others)
    {
        foreach (var actor in others.Actors)
        {
            AddActor(actor);
        }

        foreach (var place in others.Places)
        {
            _places.TryAdd(place, 0);
        }

        foreach (var source in others.Sources)
        {
            AddSource(source);
        }
    }

    public void Add(Evidence evidence) => Add(evidence.Basis);

    public void Add(ValueList<Basis> basis)
    {
        foreach (var one in basis.AsSpan())
        {
            AddSource(one.SourceId);
        }
    }

    public void AddActor(string? id)
    {
        if (id is not null)
        {
            _actors.TryAdd(id, 0);
        }
    }

    public void AddSource(string? id)
    {
        if (id is not null)
        {
            _sources.TryAdd(id, 0);
        }
    }

    private void Add(Geometry? shape, IReadOnlyDictionary<string, Place> placeById)
    {
        switch (shape)
        {
            case PointGeometry point:
                AddPlace(point.Location.PlaceId, placeById);
                break;
            case MultiPointGeometry several:
                foreach (var location in several.Locations.AsSpan())
                {
                    AddPlace(location.PlaceId, placeById);
                }

                break;
            case RouteGeometry route:
                foreach (var stop in route.Stops.AsSpan())
                {
                    AddPlace(stop.Location.PlaceId, placeById);
                    Add(stop.Basis);
                }

                break;
        }
    }

    private void AddPlace(string? id, IReadOnlyDictionary<string, Place> placeById)
    {
        if (id is not null && _places.TryAdd(id, 0) && placeById.TryGetValue(id, out var place))
        {
            Add(place.Evidence);
        }
    }
}
