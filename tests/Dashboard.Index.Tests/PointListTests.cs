using Dashboard.Domain.Places;

namespace Dashboard.Index.Tests;

public class PointListTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 8)];

    /// <summary>Points on the sides of boxes, next to them by the least difference that a number can have, by less than a part of the map, and beyond its edge.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_box_has_exactly_the_points_between_its_sides(int seed)
    {
        var random = new Random(seed);
        double[] latitudes = [.. Lines(random, 80, 90), 85, 85.06, -85.06, 90, -90, 89.99999];
        double[] longitudes = [.. Lines(random, 180, 180), 180, -180, 0];
        GeoPoint[] points = [.. Enumerable.Range(0, 3000).Select(_ => new GeoPoint(Near(random, latitudes, 90), Near(random, longitudes, 180)))];
        var list = new PointList(
            Array.ConvertAll(points, point => ((ulong)WorldPoint.Of(point).X << WorldPoint.Bits) | WorldPoint.Of(point).Y),
            [.. points.Index().Where(point => Math.Abs(point.Item.Latitude) > WorldPoint.ExactLatitude).Select(point => (point.Index, point.Item.Latitude))]);
        for (var question = 0; question < 100; question++)
        {
            var (one, other) = (random.GetItems(latitudes, 1)[0], random.GetItems(latitudes, 1)[0]);
            var box = new GeoBox(random.GetItems(longitudes, 1)[0], Math.Min(one, other), random.GetItems(longitudes, 1)[0], Math.Max(one, other));

            Assert.Equal(points.Where(point => IsIn(box, point)), list.Within(box, points.Length).Rows().Select(row => points[row]));
        }
    }

    private static IEnumerable<double> Lines(Random random, int most, int farthest) =>
        Enumerable.Range(0, 10).Select(number => Math.Round((random.NextDouble() - 0.5) * 2 * (number < 8 ? most : farthest), 5));

    private static double Near(Random random, double[] lines, double most)
    {
        var line = random.GetItems(lines, 1)[0];
        return Math.Clamp(random.Next(6) switch
        {
            0 => line,
            1 => Math.BitIncrement(line),
            2 => Math.BitDecrement(line),
            3 => line + ((random.NextDouble() - 0.5) * 1e-7),
            4 => line + ((random.NextDouble() - 0.5) * 1e-5),
            _ => line + random.NextDouble() - 0.5,
        }, -most, most);
    }

    private static bool IsIn(GeoBox box, GeoPoint point) => point.Latitude >= box.South && point.Latitude <= box.North
        && (box.West <= box.East ? point.Longitude >= box.West && point.Longitude <= box.East : point.Longitude >= box.West || point.Longitude <= box.East);
}
