using Dashboard.Domain.Places;

namespace Dashboard.Domain.Sharing;

/// <summary>
/// Rounds where something was to cells of one size: what comes out is the same for everything within a cell, so that nothing of where
/// in it it was is left. A cell is so many kilometres high and about as wide.
/// </summary>
/// <param name="kilometres">The size of a cell; at most 1,000.</param>
public sealed class CellGrid(int kilometres)
{
    private const double KilometresOfDegree = 111.195;

    private readonly int _rows = Math.Max(1, (int)Math.Round(180 * KilometresOfDegree / kilometres));

    /// <summary>A point that stands for a cell is true within so many metres, or more.</summary>
    public double Metres { get; } = kilometres * 1000.0;

    /// <summary>How high a cell is, in degrees.</summary>
    public double Height => 180.0 / _rows;

    /// <summary>The centre of the cell that a point lies in.</summary>
    public GeoPoint Centre(GeoPoint point)
    {
        var row = Math.Min(_rows - 1, (int)Math.Floor((point.Latitude + 90) / Height));
        var latitude = -90 + ((row + 0.5) * Height);
        var columns = Math.Max(1, (int)Math.Round(2 * _rows * Math.Cos(double.DegreesToRadians(latitude))));
        var width = 360.0 / columns;
        var column = Math.Min(columns - 1, (int)Math.Floor((point.Longitude + 180) / width));
        return new GeoPoint(GeoPoint.Rounded(latitude), GeoPoint.Rounded(-180 + ((column + 0.5) * width)));
    }

    /// <summary>No less than the cell.</summary>
    public GeoPrecision Widened(GeoPrecision precision) => precision.Metres >= Metres ? precision : new GeoPrecision(Metres);

    /// <summary>The box, out to the sides of the cells that its corners lie in.</summary>
    public GeoBox Widened(GeoBox box)
    {
        var (low, high) = (Centre(new GeoPoint(box.South, box.West)), Centre(new GeoPoint(box.North, box.East)));
        return new GeoBox(
            Math.Max(-180, low.Longitude - (HalfWidth(low) * 1.01)),
            Math.Max(-90, low.Latitude - (Height / 2)),
            Math.Min(180, high.Longitude + (HalfWidth(high) * 1.01)),
            Math.Min(90, high.Latitude + (Height / 2)));
    }

    /// <summary>The shape from cell to cell; one that falls into a single cell is a point.</summary>
    /// <param name="placeOf">What a place is called now.</param>
    public Geometry Round(Geometry geometry, Func<string?, string?> placeOf) => geometry switch
    {
        PointGeometry point => new PointGeometry(Round(point.Location, placeOf)),
        MultiPointGeometry points => Of([.. points.Locations.Select(location => Round(location, placeOf)).Distinct()]),
        LineGeometry line => Round(line),
        PolygonGeometry area => Round(area),
        RouteGeometry route => new RouteGeometry(route.Stops.Select(stop => stop with { Location = Round(stop.Location, placeOf), What = "" }).ToValueList()),
        _ => throw new ArgumentOutOfRangeException(nameof(geometry)),
    };

    private static Geometry Of(List<LocatedPoint> locations) => locations.Count == 1 ? new PointGeometry(locations[0]) : new MultiPointGeometry(locations.ToValueList());

    private LocatedPoint Round(LocatedPoint location, Func<string?, string?> placeOf) => new(Centre(location.Point), Widened(location.Precision), placeOf(location.PlaceId));

    private Geometry Round(LineGeometry line)
    {
        var path = WithoutRepeats(line.Path);
        return path.Count < 2 ? OfCells(path) : new LineGeometry(path.ToValueList(), Math.Max(line.HalfWidthMetres ?? 0, Metres));
    }

    private Geometry Round(PolygonGeometry area)
    {
        var ring = WithoutRepeats(area.Ring);
        return ring.Count < 4 || ring.Distinct().Count() < 3 ? OfCells(ring) : new PolygonGeometry(ring.ToValueList());
    }

    private Geometry OfCells(IEnumerable<GeoPoint> centres) => Of([.. centres.Distinct().Select(centre => new LocatedPoint(centre, new GeoPrecision(Metres), null))]);

    private List<GeoPoint> WithoutRepeats(IEnumerable<GeoPoint> points)
    {
        List<GeoPoint> centres = [];
        foreach (var centre in points.Select(Centre))
        {
            if (centres.Count == 0 || centres[^1] != centre)
            {
                centres.Add(centre);
            }
        }

        return centres;
    }

    private double HalfWidth(GeoPoint centre) => 180.0 / Math.Max(1, (int)Math.Round(2 * _rows * Math.Cos(double.DegreesToRadians(centre.Latitude))));
}
