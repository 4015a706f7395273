using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dashboard.Index.Tiles;

/// <summary>What a box asks of sixteen points at once.</summary>
internal readonly struct BoxBounds(in CellBox box)
{
    private readonly Vector512<uint> _minX = Vector512.Create(box.MinX);
    private readonly Vector512<uint> _minY = Vector512.Create(box.MinY);
    private readonly Vector512<uint> _spanX = Vector512.Create(box.SpanX);
    private readonly Vector512<uint> _spanY = Vector512.Create(box.SpanY);
    private readonly Vector512<uint> _width = Vector512.Create(box.Width);
    private readonly int _shift = box.Shift;

    /// <summary>Which of them lie in it, the first lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Having(Vector512<uint> x, Vector512<uint> y) =>
        (uint)(Vector512.LessThanOrEqual(x - _minX, _spanX) & Vector512.LessThanOrEqual(y - _minY, _spanY)).ExtractMostSignificantBits();

    /// <summary>Row × width + column of the cells of those that lie in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> CellsOf(Vector512<uint> x, Vector512<uint> y) => (((y - _minY) >>> _shift) * _width) + ((x - _minX) >>> _shift);
}
