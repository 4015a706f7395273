using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>
/// A geometry of GeoJSON as the nearest shape that an incident can have: of several lines, areas or a mixture the largest,
/// of an area its outer ring. What goes beyond that is told, so that the original can be kept beside it.
/// </summary>
internal static class GeoJsonGeometry
{
    private const string Column = "geometry";
    private const double FinestMetres = 100;

    /// <param name="IsWhole">False where the shape has less than the file says: heights, holes, further parts.</param>
    public readonly record struct Reading(Geometry Shape, bool IsWhole);

    /// <summary>The shape, or null where the file says that there is none.</summary>
    /// <exception cref="FeatureRefusedException">It is no geometry.</exception>
    public static Reading? Read(JsonElement geometry)
    {
        if (geometry.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        try
        {
            return Shape(geometry);
        }
        catch (RefusedException refused)
        {
            throw Refused(geometry, refused.Message);
        }
    }

    /// <summary>True for the types that a geometry can have.</summary>
    public static bool IsType(string type) =>
        type is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" or "GeometryCollection";

    private static Reading Shape(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type"u8, out var type) || type.ValueKind != JsonValueKind.String)
        {
            throw Refused(geometry, "a geometry needs a type: Point, LineString, Polygon …");
        }

        if (type.ValueEquals("GeometryCollection"u8))
        {
            return Largest([.. Items(Member(geometry, "geometries"), "geometries").Select(Shape)]);
        }

        var coordinates = Member(geometry, "coordinates");
        return JsonText.String(type, Column) switch
        {
            "Point" => Point(coordinates),
            "MultiPoint" => Points(coordinates),
            "LineString" => Line(coordinates),
            "Polygon" => Area(coordinates),
            "MultiLineString" => Largest([.. Items(coordinates, "lines").Select(Line)]),
            "MultiPolygon" => Largest([.. Items(coordinates, "areas").Select(Area)]),
            var other => throw Refused(type, $"'{other}' is no type of geometry"),
        };
    }

    private static Reading Point(JsonElement coordinates)
    {
        var (location, isWhole) = Located(coordinates);
        return new Reading(new PointGeometry(location), isWhole);
    }

    private static Reading Points(JsonElement coordinates)
    {
        var read = Items(coordinates, "points").Select(Located).ToList();
        return new Reading(new MultiPointGeometry(read.Select(one => one.Location).ToValueList()), read.TrueForAll(one => one.IsWhole));
    }

    private static Reading Line(JsonElement coordinates)
    {
        var read = Items(coordinates, "points").Select(Located).ToList();
        return new Reading(new LineGeometry(Path(read), halfWidthMetres: null), read.TrueForAll(one => one.IsWhole));
    }

    private static Reading Area(JsonElement coordinates)
    {
        var rings = Items(coordinates, "rings");
        var outer = Items(rings[0], "points").Select(Located).ToList();
        return new Reading(new PolygonGeometry(Path(outer)), rings.Count == 1 && outer.TrueForAll(one => one.IsWhole));
    }

    /// <summary>An area before a line before points; of several areas the widest, of several lines the longest, of points all.</summary>
    private static Reading Largest(IReadOnlyList<Reading> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var locations = parts.SelectMany(part => Locations(part.Shape)).ToValueList();
        return parts.All(part => part.Shape is PointGeometry or MultiPointGeometry)
            ? new Reading(new MultiPointGeometry(locations), parts.All(part => part.IsWhole))
            : new Reading(parts.MaxBy(part => Size(part.Shape)).Shape, IsWhole: false);
    }

    private static ValueList<LocatedPoint> Locations(Geometry shape) => shape switch
    {
        PointGeometry point => [point.Location],
        MultiPointGeometry several => several.Locations,
        _ => [],
    };

    private static (int Dimensions, double Extent) Size(Geometry shape) => shape switch
    {
        PolygonGeometry area => (2, Math.Abs(area.Ring.Zip(area.Ring.Skip(1), (from, to) => (from.Longitude * to.Latitude) - (to.Longitude * from.Latitude)).Sum())),
        LineGeometry line => (1, line.Path.Zip(line.Path.Skip(1), (from, to) => double.Hypot(to.Longitude - from.Longitude, to.Latitude - from.Latitude)).Sum()),
        _ => (0, shape.Points.Count()),
    };

    private static ValueList<GeoPoint> Path(List<(LocatedPoint Location, bool IsWhole)> read) => read.Select(one => one.Location.Point).ToValueList();

    /// <summary>[longitude, latitude]; a height is no part of it.</summary>
    private static (LocatedPoint Location, bool IsWhole) Located(JsonElement position)
    {
        var numbers = Items(position, "numbers");
        if (numbers.Count < 2)
        {
            throw Refused(position, "a position needs a longitude and a latitude");
        }

        var (longitude, latitude) = (Degrees(numbers[0]), Degrees(numbers[1]));
        if (Math.Abs(latitude) is > 90 and <= 180 && Math.Abs(longitude) <= 90)
        {
            throw Refused(position, $"latitude {numbers[1].GetRawText()} is beyond the pole; the pair looks swapped: GeoJSON writes [longitude, latitude]");
        }

        return (new LocatedPoint(new GeoPoint(latitude, longitude), PrecisionOf(numbers), PlaceId: null), numbers.Count == 2);
    }

    private static double Degrees(JsonElement number)
    {
        if (number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var degrees) && double.IsFinite(degrees))
        {
            return degrees;
        }

        throw Refused(number, number.ValueKind == JsonValueKind.String ? "coordinates must be numbers, not texts" : "it is not a number of degrees");
    }

    /// <summary>Half of what the last digit written stands for, and never better than a table's coordinates: nobody said more.</summary>
    private static GeoPrecision PrecisionOf(IReadOnlyList<JsonElement> numbers)
    {
        var digits = Math.Max(Digits(numbers[0]), Digits(numbers[1]));
        return new GeoPrecision(Math.Max(FinestMetres, Math.Round(55_660 / Math.Pow(10, digits))));
    }

    private static int Digits(JsonElement number)
    {
        var text = number.GetRawText();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return text.Contains('e', StringComparison.OrdinalIgnoreCase) ? 15 : point < 0 ? 0 : Math.Min(15, text.Length - point - 1);
    }

    private static JsonElement Member(JsonElement geometry, string name) =>
        geometry.TryGetProperty(name, out var member) ? member : throw Refused(geometry, $"a geometry of this type needs {name}");

    private static List<JsonElement> Items(JsonElement list, string what)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Refused(list, $"a list of {what} is expected here");
        }

        return list.GetArrayLength() > 0 ? [.. list.EnumerateArray()] : throw Refused(list, $"the list of {what} is empty; a feature without a place has \"geometry\": null");
    }

    private static FeatureRefusedException Refused(JsonElement value, string reason) =>
        new(Column, value.GetRawText(), reason);
}
