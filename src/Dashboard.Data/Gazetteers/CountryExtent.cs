using System.Collections.Frozen;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Gazetteers;

/// <summary>The degrees between which a country lies, with its coasts; of the countries whose places the gazetteer has.</summary>
internal sealed record CountryExtent(double South, double North, double West, double East)
{
    private static readonly FrozenDictionary<string, CountryExtent> _known = new Dictionary<string, CountryExtent>
    {
        ["AE"] = new(22.6, 26.2, 51.4, 56.5),
        ["BH"] = new(25.5, 26.4, 50.3, 50.9),
        ["CY"] = new(34.5, 35.8, 32.2, 34.7),
        ["EG"] = new(21.9, 31.8, 24.6, 37.0),
        ["IL"] = new(29.4, 33.5, 34.2, 35.9),
        ["IQ"] = new(29.0, 37.5, 38.7, 48.7),
        ["IR"] = new(25.0, 39.8, 44.0, 63.4),
        ["JO"] = new(29.1, 33.5, 34.9, 39.4),
        ["KW"] = new(28.5, 30.2, 46.5, 48.6),
        ["LB"] = new(33.0, 34.7, 35.0, 36.7),
        ["OM"] = new(16.6, 26.5, 51.9, 59.9),
        ["PS"] = new(31.2, 32.6, 34.2, 35.6),
        ["QA"] = new(24.4, 26.3, 50.7, 51.7),
        ["SA"] = new(16.3, 32.2, 34.4, 55.7),
        ["SY"] = new(32.3, 37.4, 35.6, 42.4),
        ["TR"] = new(35.8, 42.2, 25.6, 44.9),
        ["YE"] = new(12.1, 19.0, 41.8, 54.6),
    }.ToFrozenDictionary();

    /// <summary>All that the gazetteer knows about.</summary>
    public static CountryExtent Everywhere { get; } = new(
        _known.Values.Min(one => one.South), _known.Values.Max(one => one.North), _known.Values.Min(one => one.West), _known.Values.Max(one => one.East));

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static CountryExtent? Of(string country) => _known.GetValueOrDefault(country);

    public bool Contains(GeoPoint point) =>
        point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;

    /// <summary>The point within that is nearest, in degrees; the point itself where it lies within.</summary>
    public GeoPoint Nearest(GeoPoint point) => new(Math.Clamp(point.Latitude, South, North), Math.Clamp(point.Longitude, West, East));

    /// <summary>From its edge; 0 within.</summary>
    public double MetresTo(GeoPoint point) => point.MetresTo(Nearest(point));
}
