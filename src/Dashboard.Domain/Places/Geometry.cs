using Dashboard.Domain.Time;

namespace Dashboard.Domain.Places;

/// <summary>The shape of an incident on the map.</summary>
public abstract record Geometry
{
    private protected Geometry()
    {
    }

    /// <summary>Every point that the shape names, in order.</summary>
    public abstract IEnumerable<GeoPoint> Points { get; }

    /// <summary>The points that the map draws: all but those that stand for a province or a country.</summary>
    public virtual IEnumerable<GeoPoint> DrawnPoints => Points;
}

/// <summary>A point that is true within its precision; drawn as a mark only while it is exact at the zoom shown.</summary>
public sealed record LocatedPoint(GeoPoint Point, GeoPrecision Precision, string? PlaceId);

/// <summary>One place.</summary>
public sealed record PointGeometry(LocatedPoint Location) : Geometry
{
    public override IEnumerable<GeoPoint> Points => [Location.Point];

    public override IEnumerable<GeoPoint> DrawnPoints => Location.Precision.IsPlaced ? Points : [];
}

/// <summary>Several places of one incident, each with its own precision.</summary>
public sealed record MultiPointGeometry : Geometry
{
    public MultiPointGeometry(ValueList<LocatedPoint> locations)
    {
        Refuse.If(locations.Count == 0, "a multipoint needs a point");
        Locations = locations;
    }

    public ValueList<LocatedPoint> Locations { get; }

    public override IEnumerable<GeoPoint> Points => Locations.Select(location => location.Point);

    public override IEnumerable<GeoPoint> DrawnPoints =>
        Locations.Where(location => location.Precision.IsPlaced).Select(location => location.Point);
}

/// <summary>A line, or a corridor when it has a half-width in metres: "somewhere along here".</summary>
public sealed record LineGeometry : Geometry
{
    public LineGeometry(ValueList<GeoPoint> path, double? halfWidthMetres)
    {
        Refuse.If(path.Count < 2, "a line needs two points");
        Refuse.If(halfWidthMetres is { } width && !(width > 0 && double.IsFinite(width)), "a corridor's width must be positive");
        (Path, HalfWidthMetres) = (path, halfWidthMetres);
    }

    public ValueList<GeoPoint> Path { get; }

    public double? HalfWidthMetres { get; }

    public override IEnumerable<GeoPoint> Points => Path;
}

/// <summary>An area: one ring, closed (the first point is also the last).</summary>
public sealed record PolygonGeometry : Geometry
{
    public PolygonGeometry(ValueList<GeoPoint> ring)
    {
        Refuse.If(ring.Count < 4 || ring[0] != ring[^1] || ring.Distinct().Count() < 3, "an area's ring must be closed and have at least three corners");
        Ring = ring;
    }

    public ValueList<GeoPoint> Ring { get; }

    public override IEnumerable<GeoPoint> Points => Ring;
}

/// <summary>A journey: stops in the order in which they were made, each with its day.</summary>
public sealed record RouteGeometry : Geometry
{
    public RouteGeometry(ValueList<RouteStop> stops)
    {
        Refuse.If(stops.Count < 2, "a route needs two stops");
        var earliest = DateOnly.MinValue;
        foreach (var stop in stops)
        {
            Refuse.If(stop.Date.Latest < earliest, $"a route's stops must be in the order of their dates: {stop.Date} comes after {earliest:yyyy-MM-dd}");
            earliest = stop.Date.Earliest > earliest ? stop.Date.Earliest : earliest;
        }

        Stops = stops;
    }

    public ValueList<RouteStop> Stops { get; }

    public override IEnumerable<GeoPoint> Points => Stops.Select(stop => stop.Location.Point);
}

/// <summary>One stop of a route.</summary>
public sealed record RouteStop(LocatedPoint Location, PartialDate Date, string What, ValueList<Sources.Basis> Basis);
