using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dashboard.Domain.Places;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Points, twice: where they lie in the world of the map, and on which side of any line of a box they lie. Columns end
/// with room for the last word of a set, so that they are read a word at a time.
/// </summary>
internal sealed class PointList
{
    private readonly int[] _latitudes;
    private readonly int[] _longitudes;

    public PointList(int count, Func<int, GeoPoint> pointAt)
    {
        var room = Bitmap.WordsFor(count) * Bitmap.WordBits;
        (X, Y, _latitudes, _longitudes) = (new uint[room], new uint[room], new int[room], new int[room]);
        Parallel.For(0, Bitmap.WordsFor(count), word =>
        {
            for (var i = word * Bitmap.WordBits; i < Math.Min(count, (word + 1) * Bitmap.WordBits); i++)
            {
                var point = pointAt(i);
                (X[i], Y[i]) = WorldPoint.Of(point);
                (_latitudes[i], _longitudes[i]) = (Side(point.Latitude), Side(point.Longitude));
            }
        });
    }

    private PointList(IndexReader reader) =>
        (X, Y, _latitudes, _longitudes) = (reader.Array<uint>(), reader.Array<uint>(), reader.Array<int>(), reader.Array<int>());

    public static PointList Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Array<uint>(X);
        writer.Array<uint>(Y);
        writer.Array<int>(_latitudes);
        writer.Array<int>(_longitudes);
    }

    /// <summary>As in <see cref="WorldPoint"/>.</summary>
    public uint[] X { get; }

    /// <inheritdoc cref="X"/>
    public uint[] Y { get; }

    /// <summary>The points in the box.</summary>
    /// <param name="count">How many points there are.</param>
    public Bitmap Within(GeoBox box, int count)
    {
        var within = new Bitmap(count);
        var (south, north) = (Vector512.Create(Side(box.South)), Vector512.Create(Side(box.North)));
        var (west, east) = (Vector512.Create(Side(box.West)), Vector512.Create(Side(box.East)));
        var isAcross = box.West > box.East;
        for (var word = 0; word < within.Words.Length; word++)
        {
            var bits = 0UL;
            for (var lane = 0; lane < Bitmap.WordBits; lane += Vector512<int>.Count)
            {
                var (latitude, longitude) = (Load(_latitudes, (word * Bitmap.WordBits) + lane), Load(_longitudes, (word * Bitmap.WordBits) + lane));
                var (afterWest, beforeEast) = (Vector512.GreaterThanOrEqual(longitude, west), Vector512.LessThanOrEqual(longitude, east));
                var inside = Vector512.GreaterThanOrEqual(latitude, south) & Vector512.LessThanOrEqual(latitude, north)
                    & (isAcross ? afterWest | beforeEast : afterWest & beforeEast);
                bits |= inside.ExtractMostSignificantBits() << lane;
            }

            within.Words[word] = bits & within.BitsOf(word);
        }

        return within;
    }

    private static Vector512<int> Load(int[] column, int from) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)from);

    /// <summary>
    /// Boxes have sides of whole hundred-thousandths of a degree. What lies on such a line gets an even number, what lies
    /// between two lines the odd one between theirs: compared as these numbers, degrees compare exactly.
    /// </summary>
    private static int Side(double degrees)
    {
        const double Lines = 1e5;
        var line = Math.Floor(degrees * Lines);
        line -= line / Lines > degrees ? 1 : 0;
        line += (line + 1) / Lines <= degrees ? 1 : 0;
        return (2 * (int)line) + (line / Lines == degrees ? 0 : 1);
    }
}
