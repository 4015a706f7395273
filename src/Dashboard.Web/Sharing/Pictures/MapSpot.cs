using Dashboard.Data;
using Dashboard.Domain.Places;
using Dashboard.Drawing.Maps;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>One place of one incident, in the unit square.</summary>
/// <param name="Incident">Which incident of the picture.</param>
/// <param name="Metres">The radius within which it is true.</param>
internal sealed record MapSpot(int Incident, (double X, double Y) Square, double Latitude, double Metres);

/// <summary>How an incident looks, and what it is counted as where several share a ring.</summary>
/// <param name="Key">The same for those that look alike.</param>
internal sealed record MapLook(string Key, Sign Sign, bool IsHollow)
{
    /// <summary>The colour of what a lens does not mention.</summary>
    public const string Unmentioned = "--unmentioned";

    /// <summary>The colour of its part of a ring: all leads have one.</summary>
    public string PartProperty => IsHollow && Sign.Property != Unmentioned ? "--lead" : Sign.Property;
}

/// <summary>An incident that is drawn.</summary>
internal sealed record MapIncident(DrawnIncident Drawn, MapLook Look)
{
    /// <summary>Its places that are precise enough to be drawn; none where it is a line, an area or a route.</summary>
    public IEnumerable<MapSpot> Spots(int number) => Located
        .Where(location => location.Precision.IsPlaced)
        .Select(location => new MapSpot(number, MapFrame.Square(location.Point.Latitude, location.Point.Longitude), location.Point.Latitude, location.Precision.Metres));

    /// <summary>What it is along or around, in the unit square, each point the short way from the one before; null where it has places.</summary>
    public IReadOnlyList<(double X, double Y)>? Shape => Drawn.Incident.Geometry switch
    {
        LineGeometry or PolygonGeometry or RouteGeometry => Unwrapped(Drawn.Incident.Geometry.Points),
        _ => null,
    };

    private IEnumerable<LocatedPoint> Located => Drawn.Incident.Geometry switch
    {
        PointGeometry point => [point.Location],
        MultiPointGeometry points => points.Locations,
        _ => [],
    };

    private static List<(double X, double Y)> Unwrapped(IEnumerable<GeoPoint> points)
    {
        var line = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            var (x, y) = MapFrame.Square(point.Latitude, point.Longitude);
            line.Add((line.Count == 0 ? x : x - Math.Round(x - line[^1].X), y));
        }

        return line;
    }
}
