using Dashboard.Domain.Places;

namespace Dashboard.Index;

/// <summary>
/// A place in the square world of Web Mercator, each side cut into 2^32: x from the west, y from the north. What lies
/// beyond the map's edge lies on it.
/// </summary>
internal readonly record struct WorldPoint(uint X, uint Y)
{
    public const int Bits = 32;

    private const double Size = 1UL << Bits;

    public static WorldPoint Of(GeoPoint point)
    {
        var sine = Math.Sin(point.Latitude * Math.PI / 180);
        var north = sine is > -1 and < 1 ? 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)) : point.Latitude < 0 ? 1 : 0;
        return new(Clamped((point.Longitude + 180) / 360), Clamped(north));
    }

    private static uint Clamped(double part) => (uint)Math.Clamp(part * Size, 0, Size - 1);
}
