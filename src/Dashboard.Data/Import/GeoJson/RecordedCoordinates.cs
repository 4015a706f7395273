using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>
/// The coordinates of an exported incident as they were recorded: in its geometry they have no more digits than are true. A
/// point that was moved in the file since stays where it was moved to.
/// </summary>
internal static class RecordedCoordinates
{
    private const string Name = "recorded_coordinates";
    private const int MostDigits = 5;

    public static Geometry? Restored(Geometry? shape, FeatureFields fields)
    {
        var recorded = fields.List(Name, Point);
        return recorded.Count == 0 || recorded.Count != shape?.Points.Count() ? shape : shape switch
        {
            PointGeometry { Location: var location } => new PointGeometry(location with { Point = Of(location.Point, 0) }),
            MultiPointGeometry several => new MultiPointGeometry(several.Locations.Select((location, index) => location with { Point = Of(location.Point, index) }).ToValueList()),
            LineGeometry line => new LineGeometry(line.Path.Select(Of).ToValueList(), line.HalfWidthMetres),
            PolygonGeometry area => new PolygonGeometry(area.Ring.Select(Of).ToValueList()),
            _ => shape,
        };

        GeoPoint Of(GeoPoint point, int index) => IsShortened(point, recorded[index]) ? recorded[index] : point;
    }

    /// <summary>True where a point is another one with fewer digits.</summary>
    private static bool IsShortened(GeoPoint point, GeoPoint whole) => Enumerable.Range(0, MostDigits + 1).Any(digits =>
        Math.Round(whole.Latitude, digits) == point.Latitude && Math.Round(whole.Longitude, digits) == point.Longitude);

    private static GeoPoint Point(JsonElement pair, int index) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].TryGetDouble(out var longitude) && pair[1].TryGetDouble(out var latitude)
            ? new GeoPoint(latitude, longitude)
            : throw new FeatureRefusedException($"{Name}[{index}]", pair.GetRawText(), "a longitude and a latitude are expected here");
}
