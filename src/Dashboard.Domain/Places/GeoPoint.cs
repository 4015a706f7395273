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

    /// <summary>Degrees at five decimals, about a metre; never a negative zero, which would be written differently.</summary>
    internal static double Rounded(double degrees) => Math.Round(degrees, 5) + 0.0;
}
