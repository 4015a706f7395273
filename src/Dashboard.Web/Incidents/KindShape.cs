using System.Globalization;
using Dashboard.Domain.Incidents;

namespace Dashboard.Web.Incidents;

/// <summary>How a kind looks: the same shapes and colours as in the browser's <c>view/kinds.ts</c>.</summary>
/// <param name="Path">An SVG path in a box from −10 to 10.</param>
/// <param name="Property">The custom property that holds the colour.</param>
/// <param name="IsLine">Rings are drawn as lines, everything else is filled.</param>
public sealed record KindShape(string Path, string Property, bool IsLine = false)
{
    private static readonly Dictionary<string, KindShape> _known = new()
    {
        ["attack"] = new(Polygon(3, 10.5, -90, y: 2), "--kind-attack"),
        ["strike"] = new(Polygon(4, 10, -90), "--kind-strike"),
        ["statement"] = new("M-8-8H8V8H-8Z", "--kind-statement"),
        ["diplomacy"] = new(Circle(8.6), "--kind-diplomacy"),
        ["deployment"] = new(Circle(7.6), "--kind-deployment", IsLine: true),
        ["campaign"] = new(Circle(8.4) + Circle(3.6), "--kind-campaign", IsLine: true),
    };

    private static readonly string[] _others =
    [
        Polygon(5, 9.8, -90),
        "M-3-9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z",
        Polygon(6, 9.4, 0),
        Polygon(10, 10, -90, inner: 0.5),
        "M-5-8H5L9 8H-9Z",
        "M0-10 6 1A7 7 0 1 1-6 1Z",
    ];

    public static KindShape Of(IncidentKind kind)
    {
        if (_known.TryGetValue(kind.Key, out var known))
        {
            return known;
        }

        var number = (int)(Hash(kind.Key) % (uint)_others.Length);
        return new KindShape(_others[number], $"--kind-other-{number + 1}");
    }

    /// <summary>FNV-1a, as in the browser: an unknown kind looks the same everywhere.</summary>
    private static uint Hash(string text) => text.Aggregate(0x811c9dc5u, (hash, letter) => unchecked((hash ^ letter) * 0x01000193u));

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
