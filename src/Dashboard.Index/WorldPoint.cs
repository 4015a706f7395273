using Dashboard.Domain.Places;

namespace Dashboard.Index;

/// <summary>
/// A place in the square world of Web Mercator, each side cut into 2^32: x from the west, y from the north. What lies
/// beyond the map's edge lies on it.
/// </summary>
/// <remarks>
/// Boxes have sides of whole hundred-thousandths of a degree. A point that is not on such a line, but less than its part of
/// the world from it, is put on the next part: so numbers compare with those of a line as degrees compare, exactly, as
/// far as <see cref="ExactLatitude"/>.
/// </remarks>
internal readonly record struct WorldPoint(uint X, uint Y)
{
    public const int Bits = 32;

    /// <summary>The map's edge is a little farther from the equator.</summary>
    public const double ExactLatitude = 85;

    private const double Size = 1UL << Bits;
    private const double Lines = 1e5;

    /// <summary>Closer to a line, in parts of the way to the next line, a point may be in the line's part of the world.</summary>
    private const double Close = 0.01;

    /// <summary>Where it lies, to a few centimetres; beyond the map's edge, on it.</summary>
    public GeoPoint Point => new(
        double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * (Y + 0.5) / Size))))),
        ((X + 0.5) / Size * 360) - 180);

    public static WorldPoint Of(GeoPoint point) => new(XOf(point.Longitude), YOf(point.Latitude));

    public static uint XOf(double longitude)
    {
        var x = Rounded((longitude + 180) / 360);
        var side = SideOf(longitude, out var line);
        return side == 0 ? x : Beside(x, Rounded((line + 180) / 360), side);
    }

    public static uint YOf(double latitude)
    {
        var y = Rounded(South(latitude));
        var side = SideOf(latitude, out var line);
        return side == 0 ? y : Beside(y, Rounded(South(line)), -side);
    }

    /// <summary>On which side of a line it is when it is close to it; else 0.</summary>
    private static int SideOf(double degrees, out double line)
    {
        var lines = Math.Round(degrees * Lines);
        line = lines / Lines;
        return Math.Abs((degrees * Lines) - lines) > Close ? 0 : degrees.CompareTo(line);
    }

    private static uint Beside(uint part, uint ofLine, int side) => side > 0
        ? Math.Max(part, ofLine + (ofLine < uint.MaxValue ? 1U : 0))
        : Math.Min(part, ofLine - (ofLine > 0 ? 1U : 0));

    private static double South(double latitude)
    {
        var sine = Math.Sin(latitude * Math.PI / 180);
        return sine is > -1 and < 1 ? 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)) : latitude < 0 ? 1 : 0;
    }

    private static uint Rounded(double part) => (uint)Math.Clamp(part * Size, 0, Size - 1);
}
