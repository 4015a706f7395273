using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>
/// The row of each point. The upper bits stand apart: they tell of most rows whether they lie in a run, and what looks at
/// many reads two bytes of each. Columns end with room for a word after the last.
/// </summary>
internal sealed class PointRows
{
    /// <summary>So many bits stand apart: all of a row where rows are few.</summary>
    private const int UpperBits = 16;

    /// <summary>Every so many rows one of them: a run of rows is found in few that stand side by side.</summary>
    private const int RowsForOne = 64;

    private readonly int _shift;
    private readonly ushort[] _upper;
    private readonly ushort[] _lower;
    private readonly int[] _some;

    /// <param name="rows">By point.</param>
    /// <param name="limit">Every row is lower.</param>
    public PointRows(ReadOnlySpan<int> rows, int limit)
    {
        _shift = Math.Max(0, BitOperations.Log2((uint)limit) + 1 - UpperBits);
        (_upper, _lower) = (new ushort[rows.Length + Bitmap.WordBits], new ushort[rows.Length + Bitmap.WordBits]);
        for (var i = 0; i < rows.Length; i++)
        {
            (_upper[i], _lower[i]) = ((ushort)(rows[i] >> _shift), (ushort)(rows[i] & ((1 << _shift) - 1)));
        }

        _some = Some();
    }

    private PointRows(IndexReader reader)
    {
        (_shift, _upper, _lower) = (reader.Count(), reader.Array<ushort>(), reader.Array<ushort>());
        _some = Some();
    }

    public static PointRows Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Number(_shift);
        writer.Array<ushort>(_upper);
        writer.Array<ushort>(_lower);
    }

    /// <summary>How many points there are.</summary>
    public int Count => _upper.Length - Bitmap.WordBits;

    public int this[int point] => (_upper[point] << _shift) | _lower[point];

    /// <summary>Those of sixteen points; what is told after the last point means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Sixteen(int from) => (Widened(_upper, from) << _shift) | Widened(_lower, from);

    /// <summary>Which of the 64 points of a word are of rows from one up to, not with, another, the first lowest.</summary>
    public ulong Between(int word, int fromRow, int toRow)
    {
        var first = word * Bitmap.WordBits;
        var (from, to) = ((ushort)(fromRow >> _shift), (ushort)(toRow >> _shift));
        var (after, span) = (Vector512.Create((ushort)(from + 1)), Vector512.Create((ushort)Math.Max(0, to - from - 1)));
        var (inside, maybe) = (0UL, 0UL);
        for (var lane = 0; lane < Bitmap.WordBits; lane += Vector512<ushort>.Count)
        {
            var upper = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_upper), (nuint)(first + lane));
            inside |= Vector512.LessThan(upper - after, span).ExtractMostSignificantBits() << lane;
            maybe |= (Vector512.Equals(upper, Vector512.Create(from)) | Vector512.Equals(upper, Vector512.Create(to))).ExtractMostSignificantBits() << lane;
        }

        return (maybe == 0 ? inside : inside | (maybe & Exactly(first, fromRow, toRow))) & Bitmap.BitsBetween(0, Count - first);
    }

    /// <summary>The first of some points, whose rows ascend, that is not of a lower row.</summary>
    public int FirstAt(int row, int from, int to)
    {
        var (first, end) = ((from + RowsForOne - 1) / RowsForOne, (to + RowsForOne - 1) / RowsForOne);
        var (low, high) = (first, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _some[middle] < row ? (middle + 1, high) : (low, middle);
        }

        (from, to) = (low > first ? (low - 1) * RowsForOne : from, low < end ? low * RowsForOne : to);

        // Few are compared all at once: where to go on to cannot be foreseen.
        var lower = 0;
        for (var i = from; i < to; i += Hits.Together)
        {
            lower += BitOperations.PopCount(Vector512.LessThan(Sixteen(i), Vector512.Create((uint)row)).ExtractMostSignificantBits() & Bitmap.BitsBetween(0, to - i));
        }

        return from + lower;
    }

    private ulong Exactly(int first, int fromRow, int toRow)
    {
        var (from, span, inside) = (Vector512.Create((uint)fromRow), Vector512.Create((uint)(toRow - fromRow)), 0UL);
        for (var lane = 0; lane < Bitmap.WordBits; lane += Hits.Together)
        {
            inside |= Vector512.LessThan(Sixteen(first + lane) - from, span).ExtractMostSignificantBits() << lane;
        }

        return inside;
    }

    private int[] Some()
    {
        var some = new int[(Count + RowsForOne - 1) / RowsForOne];
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = this[i * RowsForOne];
        }

        return some;
    }

    private static Vector512<uint> Widened(ushort[] column, int from)
    {
        var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)from));
        return Vector512.Create(lower, upper);
    }
}
