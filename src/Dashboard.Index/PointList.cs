using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dashboard.Domain.Places;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Points where they lie in the world of the map, with the upper halves of their coordinates apart from the lower ones: what
/// looks at many points reads four bytes of each, mostly. Columns end with room for the last word of a set, so that they
/// are read a word at a time.
/// </summary>
internal sealed class PointList
{
    /// <summary>As exactly as this level's cells ask a point is known by its upper halves.</summary>
    private const int Half = WorldPoint.Bits / 2;

    private const uint LowerHalf = ushort.MaxValue;

    /// <summary>The upper half of x, and that of y below it.</summary>
    private readonly uint[] _upper;

    /// <summary>The lower halves, in the same order.</summary>
    private readonly uint[] _lower;

    /// <summary>The points beyond the latitudes that the map tells apart, and their latitudes.</summary>
    private readonly int[] _polar;
    private readonly double[] _latitudes;

    /// <param name="points">With x in the upper half and y in the lower.</param>
    /// <param name="polar">The latitudes of the points beyond <see cref="WorldPoint.ExactLatitude"/>, by point.</param>
    public PointList(ReadOnlySpan<ulong> points, IReadOnlyCollection<(int Point, double Latitude)> polar)
        : this(points.Length, polar)
    {
        for (var i = 0; i < points.Length; i++)
        {
            Set(i, points[i]);
        }
    }

    /// <param name="order">Which of the points is the first, the second, and so on.</param>
    /// <inheritdoc cref="PointList(ReadOnlySpan{ulong}, IReadOnlyCollection{ValueTuple{int, double}})"/>
    public PointList(Noted<ulong> points, ReadOnlySpan<int> order, IReadOnlyCollection<(int Point, double Latitude)> polar)
        : this(order.Length, polar)
    {
        for (var i = 0; i < order.Length; i++)
        {
            Set(i, points[order[i]]);
        }
    }

    private PointList(int count, IReadOnlyCollection<(int Point, double Latitude)> polar)
    {
        var room = Bitmap.WordsFor(count) * Bitmap.WordBits;
        (_upper, _lower) = (new uint[room], new uint[room]);
        (_polar, _latitudes) = ([.. polar.Select(point => point.Point)], [.. polar.Select(point => point.Latitude)]);
    }

    private PointList(IndexReader reader) =>
        (_upper, _lower, _polar, _latitudes) = (reader.Array<uint>(), reader.Array<uint>(), reader.Array<int>(), reader.Array<double>());

    public static PointList Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Array<uint>(_upper);
        writer.Array<uint>(_lower);
        writer.Array<int>(_polar);
        writer.Array<double>(_latitudes);
    }

    public WorldPoint this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var (upper, lower) = (_upper[i], _lower[i]);
            return new((upper & ~LowerHalf) | (lower >> Half), (upper << Half) | (lower & LowerHalf));
        }
    }

    /// <summary>A point, as exactly as the cells of a level ask.</summary>
    /// <param name="level">What is less than a cell of it may be left out of the coordinates.</param>
    public WorldPoint At(int i, int level) => level > Half ? this[i] : new(_upper[i] & ~LowerHalf, _upper[i] << Half);

    /// <summary>Sixteen points that follow each other.</summary>
    /// <inheritdoc cref="At(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector512<uint> X, Vector512<uint> Y) Sixteen(int from, int level)
    {
        var upper = Load(_upper, from);
        var (x, y) = (upper & Vector512.Create(~LowerHalf), upper << Half);
        if (level <= Half)
        {
            return (x, y);
        }

        var lower = Load(_lower, from);
        return (x | (lower >>> Half), y | (lower & Vector512.Create(LowerHalf)));
    }

    /// <summary>Sixteen points that may lie apart.</summary>
    /// <param name="room">For as many numbers.</param>
    /// <inheritdoc cref="At(int, int)"/>
    public (Vector512<uint> X, Vector512<uint> Y) Sixteen(ReadOnlySpan<int> points, int level, Span<uint> room)
    {
        // Nothing waits for one of them until all are asked for.
        var upper = Gathered(_upper, points, room);
        var (x, y) = (upper & Vector512.Create(~LowerHalf), upper << Half);
        if (level <= Half)
        {
            return (x, y);
        }

        var lower = Gathered(_lower, points, room);
        return (x | (lower >>> Half), y | (lower & Vector512.Create(LowerHalf)));
    }

    /// <summary>A point, to a few centimetres.</summary>
    public GeoPoint At(int i)
    {
        var point = this[i].Point;
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
                var (x, y) = Sixteen((word * Bitmap.WordBits) + lane, WorldPoint.Bits);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(int i, ulong point)
    {
        var (x, y) = ((uint)(point >> WorldPoint.Bits), (uint)point);
        (_upper[i], _lower[i]) = ((x & ~LowerHalf) | (y >> Half), (x << Half) | (y & LowerHalf));
    }

    private void CorrectPolar(GeoBox box, Bitmap within)
    {
        var (west, east) = (WorldPoint.XOf(box.West), WorldPoint.XOf(box.East));
        for (var i = 0; i < _polar.Length; i++)
        {
            var (x, latitude) = (this[_polar[i]].X, _latitudes[i]);
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

    private static Vector512<uint> Gathered(uint[] column, ReadOnlySpan<int> points, Span<uint> room)
    {
        for (var i = 0; i < points.Length; i++)
        {
            room[i] = column[points[i]];
        }

        return Vector512.Create<uint>(room);
    }
}
