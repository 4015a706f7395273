using Dashboard.Domain.Places;

namespace Dashboard.Index.Tests;

/// <summary>The projection of the map, as its formula is usually written.</summary>
internal static class Mercator
{
    /// <summary>Which of the cells a point lies in when the world is 2^level of them wide and high.</summary>
    public static (long Column, long Row) Cell(GeoPoint point, int level)
    {
        var size = Math.Pow(2, level);
        var latitude = Math.Clamp(point.Latitude, -89.9, 89.9) * Math.PI / 180;
        var x = (point.Longitude + 180) / 360;
        var y = 0.5 - (Math.Atanh(Math.Sin(latitude)) / (2 * Math.PI));
        return (Inside(x), Inside(y));

        long Inside(double part) => (long)Math.Clamp(Math.Floor(part * size), 0, size - 1);
    }
}
