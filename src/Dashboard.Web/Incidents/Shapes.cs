using System.Globalization;

namespace Dashboard.Web.Incidents;

/// <summary>The shapes of signs, as SVG paths in a box from −10 to 10.</summary>
internal static class Shapes
{
    public static string Triangle { get; } = Polygon(3, 10.5, -90, y: 2);

    public static string Diamond { get; } = Polygon(4, 10, -90);

    public static string Square => "M-8-8H8V8H-8Z";

    public static string Disc { get; } = Circle(8.6);

    public static string Ring { get; } = Circle(7.6);

    public static string DoubleRing { get; } = Circle(8.4) + Circle(3.6);

    public static string Pentagon { get; } = Polygon(5, 9.8, -90);

    public static string Cross => "M-3-9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z";

    public static string Hexagon { get; } = Polygon(6, 9.4, 0);

    public static string Star { get; } = Polygon(10, 10, -90, inner: 0.5);

    public static string Trapezoid => "M-5-8H5L9 8H-9Z";

    public static string Drop => "M0-10 6 1A7 7 0 1 1-6 1Z";

    private static string Circle(double radius) =>
        string.Create(CultureInfo.InvariantCulture, $"M{radius:0.#} 0A{radius:0.#} {radius:0.#} 0 1 1-{radius:0.#} 0 {radius:0.#} {radius:0.#} 0 1 1 {radius:0.#} 0Z");

    private static string Polygon(int corners, double radius, double turn, double y = 0, double inner = 1)
    {
        var points = Enumerable.Range(0, corners).Select(corner =>
        {
            var angle = (turn + corner * 360.0 / corners) * Math.PI / 180;
            var reach = corner % 2 == 1 ? radius * inner : radius;
            return string.Create(CultureInfo.InvariantCulture, $"{reach * Math.Cos(angle):0.##},{y + reach * Math.Sin(angle):0.##}");
        });
        return $"M{string.Join('L', points)}Z";
    }
}
