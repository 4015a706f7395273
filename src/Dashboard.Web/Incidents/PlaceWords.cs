using Dashboard.Data;
using Dashboard.Domain.Places;

namespace Dashboard.Web.Incidents;

/// <summary>Where an incident was, in words, with how exactly that is known.</summary>
public static class PlaceWords
{
    /// <summary>"Tower 22, al-Mafraq, Jordan · known to 1.5 km"; several places are all named, without their provinces.</summary>
    public static string Of(IncidentRecord record)
    {
        var names = record.Places.Count == 1 ? InFull(record.Places[0]) : string.Join(", ", record.Places.Select(place => place.Name));
        var exactness = record.Incident.Precision is null ? "" : PrecisionWords.Of(record.Incident.Precision);
        var parts = new[] { names, exactness, record.Incident.IsPlaced ? "" : "not placed on the map" };
        return parts.All(part => part.Length == 0) ? "Place not known" : string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>What <see cref="Of"/> says after the names: ", al-Mafraq, Jordan · known to 1.5 km".</summary>
    public static string AfterNames(IncidentRecord record) => Of(record)[string.Join(", ", record.Places.Select(place => place.Name)).Length..];

    public static string InFull(Place place)
    {
        var country = place.Country is null ? null : Countries.Name(place.Country);
        return string.Join(", ", new[] { place.Name, place.Province, country }.OfType<string>().Distinct());
    }

    /// <summary>What the incident is drawn as; null for a place or several.</summary>
    public static string? Shape(Geometry? geometry) => geometry switch
    {
        LineGeometry { HalfWidthMetres: { } metres } => $"somewhere along a corridor, {PrecisionWords.Of(new GeoPrecision(metres))} to either side",
        LineGeometry => "along a line",
        PolygonGeometry => "somewhere in an area",
        RouteGeometry route => $"a journey with {route.Stops.Count} stops",
        _ => null,
    };
}
