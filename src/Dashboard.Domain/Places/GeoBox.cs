namespace Dashboard.Domain.Places;

/// <summary>
/// A box in degrees, at five decimals (about a metre). West may be greater than east: the box then crosses the
/// antimeridian.
/// </summary>
public readonly record struct GeoBox
{
    public GeoBox(double west, double south, double east, double north)
    {
        _ = new GeoPoint(south, west);
        _ = new GeoPoint(north, east);
        Refuse.If(south > north, $"the box's south {south} is north of its north {north}");
        (West, South, East, North) = (GeoPoint.Rounded(west), GeoPoint.Rounded(south), GeoPoint.Rounded(east), GeoPoint.Rounded(north));
        if (west > east && West <= East)
        {
            // All the way round but for less than a metre.
            (West, East) = (-180, 180);
        }
    }

    public double West { get; }

    public double South { get; }

    public double East { get; }

    public double North { get; }

    /// <summary>The box around a circle. It goes all the way round where the circle holds a pole.</summary>
    /// <param name="metres">Its radius; more than half the Earth is everything.</param>
    public static GeoBox Around(GeoPoint centre, double metres)
    {
        const double MetresOfDegree = 111_100;
        var upwards = metres / MetresOfDegree;
        var (south, north) = (centre.Latitude - upwards, centre.Latitude + upwards);
        if (south <= -90 || north >= 90)
        {
            return new GeoBox(-180, Math.Max(south, -90), 180, Math.Min(north, 90));
        }

        var sideways = double.RadiansToDegrees(Math.Asin(Math.Min(1, Math.Sin(double.DegreesToRadians(upwards)) / Math.Cos(double.DegreesToRadians(centre.Latitude)))));
        return sideways >= 180
            ? new GeoBox(-180, south, 180, north)
            : new GeoBox(Turned(centre.Longitude - sideways), south, Turned(centre.Longitude + sideways), north);
    }

    public bool Contains(GeoPoint point)
    {
        var isBetweenMeridians = West <= East
            ? point.Longitude >= West && point.Longitude <= East
            : point.Longitude >= West || point.Longitude <= East;
        return isBetweenMeridians && point.Latitude >= South && point.Latitude <= North;
    }

    private static double Turned(double longitude) => longitude switch
    {
        < -180 => longitude + 360,
        > 180 => longitude - 360,
        _ => longitude,
    };
}
