using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>The shape of an exported incident: the geometry of its feature, with what the properties say beyond it.</summary>
internal static class ExportedShape
{
    /// <param name="precision">Of the incident as a whole: a point about which nothing else is said has it too.</param>
    /// <param name="placeId">The first place of the incident: a point about which nothing else is said lies there.</param>
    public static Geometry? Read(JsonElement geometry, FeatureFields fields, GeoPrecision? precision, string? placeId)
    {
        var locations = fields.Objects("locations", location => Location(location));
        return RecordedCoordinates.Restored(GeoJsonGeometry.Read(geometry)?.Shape, fields) switch
        {
            null => null,
            PointGeometry { Location: var read } when locations.Count == 0 =>
                new PointGeometry(new LocatedPoint(read.Point, precision ?? read.Precision, placeId)),
            PointGeometry { Location: var read } => new PointGeometry(locations[0] with { Point = read.Point }),
            MultiPointGeometry several => new MultiPointGeometry(Each(several, locations)),
            LineGeometry line when fields.Objects("stops", stop => (Location(stop), stop)) is { Count: > 0 } stops => new RouteGeometry(Each(line, stops)),
            LineGeometry line => new LineGeometry(line.Path, fields.Number("half_width_m")),
            var other => other,
        };
    }

    private static ValueList<LocatedPoint> Each(MultiPointGeometry several, ValueList<LocatedPoint> locations)
    {
        RefuseIfFewer(locations.Count, several.Locations.Count, "locations");
        return several.Locations.Zip(locations, (read, said) => said with { Point = read.Point }).ToValueList();
    }

    private static ValueList<RouteStop> Each(LineGeometry line, ValueList<(LocatedPoint Location, FeatureFields Fields)> stops)
    {
        RefuseIfFewer(stops.Count, line.Path.Count, "stops");
        return line.Path.Zip(stops, (point, stop) => new RouteStop(
            stop.Location with { Point = point },
            stop.Fields.Date("date") ?? throw new FeatureRefusedException("stops.date", "", "it is missing"),
            stop.Fields.Text("what"),
            stop.Fields.Basis())).ToValueList();
    }

    /// <summary>The point itself is in the geometry.</summary>
    private static LocatedPoint Location(FeatureFields location) => new(
        default,
        location.Precision("precision_m") ?? throw new FeatureRefusedException("precision_m", "", "it is missing"),
        location.TextOrNull("place"));

    private static void RefuseIfFewer(int count, int points, string column)
    {
        if (count != points)
        {
            throw new FeatureRefusedException(column, "", $"there are {points} points and {count} {column}; each point needs one");
        }
    }
}
