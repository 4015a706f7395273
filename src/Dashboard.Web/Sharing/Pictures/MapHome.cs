namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Where a map opens that nobody has moved: where most incidents are, not where the furthest one is.</summary>
internal static class MapHome
{
    private const double Share = 0.7;
    private const double NearestZoom = 9;
    private const double TilePixels = 256;

    /// <summary>All of the world that there is room for, where there is nothing to see.</summary>
    private const double EmptyZoom = 2;

    /// <summary>The middle and the zoom of a map that shows the densest part of the points.</summary>
    /// <param name="points">In the unit square, each with its weight.</param>
    /// <param name="width">Pixels that have to hold it.</param>
    public static ((double X, double Y) Middle, double Zoom) Of(IReadOnlyList<(double X, double Y, double Weight)> points, double width, double height)
    {
        if (points.Count == 0)
        {
            return ((0.5, 0.42), EmptyZoom);
        }

        var (left, top, right, bottom) = Densest(points);
        var (across, down) = (Math.Max(right - left, 1e-9), Math.Max(bottom - top, 1e-9));
        var zoom = Math.Min(NearestZoom, Math.Log2(Math.Min(width / across, height / down) / TilePixels));
        return (((left + right) / 2, (top + bottom) / 2), Math.Max(0, zoom));
    }

    private static (double Left, double Top, double Right, double Bottom) Densest(IReadOnlyList<(double X, double Y, double Weight)> points)
    {
        var wanted = points.Sum(point => point.Weight) * Share;
        var kept = points;
        // Twice: the middle of all is pulled by the outliers that the first pass leaves out.
        for (var pass = 0; pass < 2; pass++)
        {
            var (x, y) = (Median(kept, point => point.X), Median(kept, point => point.Y));
            kept = Heaviest([.. points.OrderBy(point => Math.Max(Math.Abs(point.X - x), Math.Abs(point.Y - y)))], wanted);
        }

        var (left, top, right, bottom) = Box(kept);
        var margin = Math.Max(right - left, bottom - top) * 0.12;
        return Box([.. points.Where(point => point.X >= left - margin && point.X <= right + margin && point.Y >= top - margin && point.Y <= bottom + margin)]);
    }

    private static double Median(IReadOnlyList<(double X, double Y, double Weight)> points, Func<(double X, double Y, double Weight), double> of)
    {
        (double X, double Y, double Weight)[] sorted = [.. points.OrderBy(of)];
        return of(Heaviest(sorted, sorted.Sum(point => point.Weight) / 2)[^1]);
    }

    /// <summary>The first points that together weigh at least so much.</summary>
    private static IReadOnlyList<(double X, double Y, double Weight)> Heaviest(IReadOnlyList<(double X, double Y, double Weight)> points, double weight)
    {
        var (sum, count) = (0.0, 0);
        while (count < points.Count && (sum < weight || count == 0))
        {
            sum += points[count++].Weight;
        }

        return [.. points.Take(count)];
    }

    private static (double Left, double Top, double Right, double Bottom) Box(IReadOnlyList<(double X, double Y, double Weight)> points) =>
        (points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y));
}
