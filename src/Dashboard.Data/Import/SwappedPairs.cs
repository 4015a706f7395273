using System.Globalization;
using Dashboard.Data.Gazetteers;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import;

/// <summary>
/// Finds points whose latitude and longitude were exchanged although either order is a point on Earth: the pair as it stands is
/// far from the place that the row names, or outside its country, and the other way round it is there. It says nothing of rows
/// that name neither a place that the gazetteer knows nor, alone, a country of the gazetteer's.
/// </summary>
internal sealed class SwappedPairs
{
    private const double FarMetres = 500_000;
    private const double NearMetres = 100_000;

    private readonly Remembered<(string Name, string? Province, string? Country), GeoPoint?> _places =
        new(place => Gazetteer.Shipped.Find(place.Name, place.Province, place.Country)?.Point);

    /// <returns>What is wrong with the row's point, in words; null where nothing is, and where nobody can tell.</returns>
    public string? Fault(ImportedIncident row)
    {
        if (Given(row.Incident.Geometry) is not { } given || Math.Abs(given.Longitude) > 90 || row.Incident.PlaceIds is not [var id])
        {
            return null;
        }

        var place = row.Places.First(place => place.Id == id);
        var swapped = new GeoPoint(given.Longitude, given.Latitude);
        var extent = place.Country is null ? CountryExtent.Everywhere : CountryExtent.Of(place.Country);

        // Nearly every row ends here: its point would not be in the country the other way round, or not far enough from where it is.
        if (extent is null || extent.MetresTo(swapped) >= NearMetres || (extent.Contains(given) && given.MetresTo(extent.Nearest(swapped)) < FarMetres - NearMetres))
        {
            return null;
        }

        return _places[(place.Name, place.Province, place.Country)] is { } known ? FarFromPlace(place.Name, known, extent, given, swapped)
            : place.Country is { } country && Countries.CodeOf(place.Name) == country ? OutsideCountry(place.Name, extent, given, swapped)
            : null;
    }

    /// <summary>The row's point as GeoJSON writes it.</summary>
    public static string AsWritten(ImportedIncident row) =>
        Given(row.Incident.Geometry) is { } given ? string.Create(CultureInfo.InvariantCulture, $"[{given.Longitude}, {given.Latitude}]") : "";

    private static GeoPoint? Given(Geometry? geometry) => geometry is PointGeometry single ? single.Location.Point : geometry?.Points.First();

    private static string? FarFromPlace(string name, GeoPoint known, CountryExtent extent, GeoPoint given, GeoPoint swapped)
    {
        var (apart, otherwise) = (given.MetresTo(known), swapped.MetresTo(known));
        return otherwise < NearMetres && (apart > FarMetres || (apart >= NearMetres && !extent.Contains(given)))
            ? $"latitude and longitude look swapped: {Words(given)} is {Kilometres(apart)} from {name}, and {Words(swapped)} is {Kilometres(otherwise)} from it"
            : null;
    }

    private static string? OutsideCountry(string name, CountryExtent extent, GeoPoint given, GeoPoint swapped) =>
        extent.Contains(swapped) && extent.MetresTo(given) is var apart and > FarMetres
            ? $"latitude and longitude look swapped: {Words(given)} is {Kilometres(apart)} outside {name}, and {Words(swapped)} is in it"
            : null;

    private static string Words(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.#####}, {point.Longitude:0.#####}");

    private static string Kilometres(double metres) => string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:#,0} km");
}
