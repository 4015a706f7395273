using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Export;

/// <summary>
/// The shape of an incident: as a geometry that every program understands, and beside it in the properties what GeoJSON has
/// no word for (precisions, places, the width of a corridor, the stops of a route), where that is not said already.
/// </summary>
internal static class ShapeWriter
{
    public static void WriteGeometry(Utf8JsonWriter json, Geometry? shape)
    {
        if (shape is null)
        {
            json.WriteNull("geometry"u8);
            return;
        }

        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, shape switch
        {
            PointGeometry => "Point"u8,
            MultiPointGeometry => "MultiPoint"u8,
            PolygonGeometry => "Polygon"u8,
            _ => "LineString"u8,
        });
        json.WritePropertyName("coordinates"u8);
        switch (shape)
        {
            case PointGeometry point:
                WritePosition(json, point.Location.Point);
                break;
            case PolygonGeometry area:
                json.WriteStartArray();
                WritePositions(json, area.Ring);
                json.WriteEndArray();
                break;
            default:
                WritePositions(json, shape.Points);
                break;
        }

        json.WriteEndObject();
    }

    public static void WriteDetail(Utf8JsonWriter json, Incident incident)
    {
        switch (incident.Geometry)
        {
            case PointGeometry point when IsSaid(point.Location, incident):
                break;
            case PointGeometry point:
                json.WriteStartArray("locations"u8);
                WriteLocation(json, point.Location);
                json.WriteEndArray();
                break;
            case MultiPointGeometry several:
                json.WriteStartArray("locations"u8);
                foreach (var location in several.Locations)
                {
                    WriteLocation(json, location);
                }

                json.WriteEndArray();
                break;
            case LineGeometry { HalfWidthMetres: { } width }:
                json.WriteNumber("half_width_m"u8, width);
                break;
            case RouteGeometry route:
                WriteStops(json, route.Stops);
                break;
        }
    }

    /// <summary>A point that is as precise as the incident and lies at its first place.</summary>
    private static bool IsSaid(LocatedPoint location, Incident incident) =>
        location.Precision == incident.Precision && location.PlaceId == (incident.PlaceIds.Count > 0 ? incident.PlaceIds[0] : null);

    private static void WriteLocation(Utf8JsonWriter json, LocatedPoint location)
    {
        json.WriteStartObject();
        WriteLocationItems(json, location);
        json.WriteEndObject();
    }

    private static void WriteLocationItems(Utf8JsonWriter json, LocatedPoint location)
    {
        json.WriteNumber("precision_m"u8, location.Precision.Metres);
        json.Said("place"u8, location.PlaceId);
    }

    private static void WriteStops(Utf8JsonWriter json, ValueList<RouteStop> stops)
    {
        json.WriteStartArray("stops"u8);
        foreach (var stop in stops)
        {
            json.WriteStartObject();
            WriteLocationItems(json, stop.Location);
            json.WriteString("date"u8, stop.Date.Text);
            json.WriteString("what"u8, stop.What);
            json.Basis(stop.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePositions(Utf8JsonWriter json, IEnumerable<GeoPoint> points)
    {
        json.WriteStartArray();
        foreach (var point in points)
        {
            WritePosition(json, point);
        }

        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(point.Longitude);
        json.WriteNumberValue(point.Latitude);
        json.WriteEndArray();
    }
}
