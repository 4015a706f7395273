using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Documents;

/// <summary>
/// A shape is a list that begins with its name. A point of it is <c>latitude, longitude</c>, a located one goes on with
/// metres and the id of its place.
/// </summary>
internal static class GeometryJson
{
    public static void Write(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartArray();
        switch (geometry)
        {
            case PointGeometry point:
                json.WriteStringValue("point"u8);
                Write(json, point.Location);
                break;
            case MultiPointGeometry several:
                json.WriteStringValue("multipoint"u8);
                foreach (var location in several.Locations)
                {
                    Write(json, location);
                }

                break;
            case LineGeometry line:
                json.WriteStringValue("line"u8);
                WriteNumber(json, line.HalfWidthMetres);
                Write(json, line.Path);
                break;
            case PolygonGeometry area:
                json.WriteStringValue("polygon"u8);
                Write(json, area.Ring);
                break;
            case RouteGeometry route:
                json.WriteStringValue("route"u8);
                foreach (var stop in route.Stops)
                {
                    Write(json, stop);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(geometry), geometry, "a document knows no such shape");
        }

        json.WriteEndArray();
    }

    public static Geometry Read(ref DocumentReader document)
    {
        document.Open();
        switch (document.Text())
        {
            case "point":
                var point = new PointGeometry(ReadLocation(ref document));
                document.Close();
                return point;
            case "multipoint":
                return new MultiPointGeometry(ReadAll(ref document, ReadLocation));
            case "line":
                var halfWidth = document.NumberOrNull();
                return new LineGeometry(ReadAll(ref document, ReadPoint), halfWidth);
            case "polygon":
                return new PolygonGeometry(ReadAll(ref document, ReadPoint));
            case "route":
                return new RouteGeometry(ReadAll(ref document, ReadStop));
            case var shape:
                throw new InvalidDataException($"a document has the shape {shape}");
        }
    }

    /// <summary>What the map draws of it; adds the sources that a route rests on.</summary>
    public static IReadOnlyList<GeoPoint> ReadFacts(ref DocumentReader document, SourceIds sources)
    {
        var whole = document;
        document.Open();
        if (document.Cut().SequenceEqual("\"point\""u8))
        {
            document.Open();
            var (point, precision) = (new GeoPoint(document.Number(), document.Number()), new GeoPrecision(document.Number()));
            document.Skip();
            document.Close();
            document.Close();
            return precision.IsPlaced ? [point] : [];
        }

        document = whole;
        var geometry = Read(ref document);
        foreach (var basis in geometry is RouteGeometry route ? route.Stops.SelectMany(stop => stop.Basis) : [])
        {
            if (basis.SourceId is { } id)
            {
                sources.Add(id);
            }
        }

        return [.. geometry.DrawnPoints];
    }

    private delegate T ReadOne<T>(ref DocumentReader document);

    private static ValueList<T> ReadAll<T>(ref DocumentReader document, ReadOne<T> read)
    {
        List<T> all = [];
        while (!document.TryClose())
        {
            all.Add(read(ref document));
        }

        return all.ToValueList();
    }

    private static void Write(Utf8JsonWriter json, ValueList<GeoPoint> points)
    {
        foreach (var point in points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Latitude);
            json.WriteNumberValue(point.Longitude);
            json.WriteEndArray();
        }
    }

    private static GeoPoint ReadPoint(ref DocumentReader document)
    {
        document.Open();
        var point = new GeoPoint(document.Number(), document.Number());
        document.Close();
        return point;
    }

    private static void Write(Utf8JsonWriter json, LocatedPoint location)
    {
        json.WriteStartArray();
        WriteItems(json, location);
        json.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter json, LocatedPoint location)
    {
        json.WriteNumberValue(location.Point.Latitude);
        json.WriteNumberValue(location.Point.Longitude);
        json.WriteNumberValue(location.Precision.Metres);
        json.WriteStringValue(location.PlaceId);
    }

    private static LocatedPoint ReadLocation(ref DocumentReader document)
    {
        document.Open();
        var location = ReadLocationItems(ref document);
        document.Close();
        return location;
    }

    private static LocatedPoint ReadLocationItems(ref DocumentReader document) =>
        new(new GeoPoint(document.Number(), document.Number()), new GeoPrecision(document.Number()), document.TextOrNull());

    private static void Write(Utf8JsonWriter json, RouteStop stop)
    {
        json.WriteStartArray();
        WriteItems(json, stop.Location);
        json.WriteStringValue(stop.Date.Text);
        json.WriteStringValue(stop.What);
        EvidenceJson.WriteItems(json, stop.Basis);
        json.WriteEndArray();
    }

    private static RouteStop ReadStop(ref DocumentReader document)
    {
        document.Open();
        return new RouteStop(ReadLocationItems(ref document), document.Date(), document.Text(), EvidenceJson.ReadItems(ref document));
    }

    private static void WriteNumber(Utf8JsonWriter json, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
