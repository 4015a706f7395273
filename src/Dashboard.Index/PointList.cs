using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dashboard.Domain.Places;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Points where they lie in the world of the map. Columns end with room for the last word of a set, so that they are read
/// a word at a time.
/// </summary>
internal sealed class PointList
{
    /// <summary>The points beyond the latitudes that the map tells apart, and their latitudes.</summary>
    private readonly int[] _polar;
    private readonly double[] _latitudes;

    /// <param name="points">With x in the upper half and y in the lower.</param>
    /// <param name="polar">The latitudes of the points beyond <see cref="WorldPoint.ExactLatitude"/>, by point.</param>
    public PointList(ReadOnlySpan<ulong> points, IReadOnlyCollection<(int Point, double Latitude)> polar)
    {
        var room = Bitmap.WordsFor(points.Length) * Bitmap.WordBits;
        (X, Y, _polar, _latitudes) = (new uint[room], new uint[room], [.. polar.Select(point => point.Point)], [.. polar.Select(point => point.Latitude)]);
        for (var i = 0; i < points.Length; i++)
        {
            (X[i], Y[i]) = ((uint)(points[i] >> WorldPoint.Bits), (uint)points[i]);
        }
    }

    private PointList(IndexReader reader) =>
        (X, Y, _polar, _latitudes) = (reader.Array<uint>(), reader.Array<uint>(), reader.Array<int>(), reader.Array<double>());

    public static PointList Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Array<uint>(X);
        writer.Array<uint>(Y);
        writer.Array<int>(_polar);
        writer.Array<double>(_latitudes);
    }

    /// <summary>As in <see cref="WorldPoint"/>.</summary>
    public uint[] X { get; }

    /// <inheritdoc cref="X"/>
    public uint[] Y { get; }

    /// <summary>A point, to a few centimetres.</summary>
    public GeoPoint At(int i)
    {
        var point = new WorldPoint(X[i], Y[i]).Point;
        var polar = Math.Abs(point.Latitude) < WorldPoint.ExactLatitude - 1 ? -1 : Array.IndexOf(_polar, i);
        return polar < 0 ? point : new GeoPoint(_latitudes[polar], point.Longitude);
    }

    /// <summary>The points in the box.</summary>
    /// <param name="count">How many points there are.</param>
    public Bitmap Within(GeoBox box, int count)
    {
        var within = new Bitmap(count);
        var (north, south) = (Vector512.Create(WorldPoint.YOf(box.North)), Vector512.Create(WorldPoint.YOf(box.South)));
        var (west, east) = (Vector512.Create(WorldPoint.XOf(box.West)), Vector512.Create(WorldPoint.XOf(box.East)));
        var isAcross = box.West > box.East;
        for (var word = 0; word < within.Words.Length; word++)
        {
            var bits = 0UL;
            for (var lane = 0; lane < Bitmap.WordBits; lane += Vector512<uint>.Count)
            {
                var (x, y) = (Load(X, (word * Bitmap.WordBits) + lane), Load(Y, (word * Bitmap.WordBits) + lane));
                var (afterWest, beforeEast) = (Vector512.GreaterThanOrEqual(x, west), Vector512.LessThanOrEqual(x, east));
                var inside = Vector512.GreaterThanOrEqual(y, north) & Vector512.LessThanOrEqual(y, south)
                    & (isAcross ? afterWest | beforeEast : afterWest & beforeEast);
                bits |= inside.ExtractMostSignificantBits() << lane;
            }

            within.Words[word] = bits & within.BitsOf(word);
        }

        CorrectPolar(box, within);
        return within;
    }

    private void CorrectPolar(GeoBox box, Bitmap within)
    {
        var (west, east) = (WorldPoint.XOf(box.West), WorldPoint.XOf(box.East));
        for (var i = 0; i < _polar.Length; i++)
        {
            var (x, latitude) = (X[_polar[i]], _latitudes[i]);
            var isBetween = west <= east ? x >= west && x <= east : x >= west || x <= east;
            if (isBetween && latitude >= box.South && latitude <= box.North)
            {
                within.Set(_polar[i]);
            }
            else
            {
                within.Unset(_polar[i]);
            }
        }
    }

    private static Vector512<uint> Load(uint[] column, int from) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)from);
}
