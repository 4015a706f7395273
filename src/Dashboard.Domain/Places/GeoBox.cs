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

    public bool Contains(GeoPoint point)
    {
        var isBetweenMeridians = West <= East
            ? point.Longitude >= West && point.Longitude <= East
            : point.Longitude >= West || point.Longitude <= East;
        return isBetweenMeridians && point.Latitude >= South && point.Latitude <= North;
    }
}
