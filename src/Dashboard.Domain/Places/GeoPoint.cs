namespace Dashboard.Domain.Places;

/// <summary>A point in WGS 84, in degrees.</summary>
public readonly record struct GeoPoint
{
    public GeoPoint(double latitude, double longitude)
    {
        Refuse.If(!(latitude is >= -90 and <= 90), $"latitude {latitude} is not between -90 and 90");
        Refuse.If(!(longitude is >= -180 and <= 180), $"longitude {longitude} is not between -180 and 180");
        (Latitude, Longitude) = (latitude, longitude);
    }

    public double Latitude { get; }

    public double Longitude { get; }

    /// <summary>Metres to the other point along the surface of a sphere.</summary>
    public double MetresTo(GeoPoint other)
    {
        const double EarthRadius = 6_371_000;
        var across = Math.Sin(double.DegreesToRadians(other.Latitude - Latitude) / 2);
        var along = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var half = (across * across) + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * along * along);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }

    /// <summary>Degrees at five decimals, about a metre; never a negative zero, which would be written differently.</summary>
    internal static double Rounded(double degrees) => Math.Round(degrees, 5) + 0.0;
}
