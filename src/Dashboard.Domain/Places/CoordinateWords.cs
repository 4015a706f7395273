using System.Globalization;

namespace Dashboard.Domain.Places;

/// <summary>A point in words, with as many digits as its precision allows: more would claim what nobody knows.</summary>
public static class CoordinateWords
{
    private const double MetresOfDegree = 111_320;

    /// <summary>About a metre: what the product keeps.</summary>
    private const int MostDigits = 5;

    /// <summary>"33.79° N, 42.44° E" for a point known to 2.5 km: what rounding moves it by is less than that.</summary>
    /// <param name="precision">Null where nobody says: whole degrees are all that can be said.</param>
    public static string Of(GeoPoint point, GeoPrecision? precision)
    {
        var digits = Digits(precision);
        return $"{Degrees(point.Latitude, digits, "N", "S")}, {Degrees(point.Longitude, digits, "E", "W")}";
    }

    /// <summary>The fewest digits after the point that round it by no more than its precision.</summary>
    public static int Digits(GeoPrecision? precision) => precision?.Metres switch
    {
        null => 0,
        <= 0.5 => MostDigits,
        { } metres => Math.Clamp((int)Math.Ceiling(Math.Log10(MetresOfDegree / 2 / metres)), 0, MostDigits),
    };

    private static string Degrees(double degrees, int digits, string positive, string negative)
    {
        var rounded = Math.Round(Math.Abs(degrees), digits);
        var number = rounded.ToString($"F{digits}", CultureInfo.InvariantCulture);
        return rounded == 0 ? $"{number}°" : $"{number}° {(degrees < 0 ? negative : positive)}";
    }
}
