using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dashboard.Index.Tiles;

/// <summary>A box of cells in the world of the map; it does not cross the antimeridian.</summary>
/// <param name="Level">The whole world is 2^level cells wide at the size of these; 1 to 32.</param>
/// <param name="Left">The first column, counted from the west of the world.</param>
/// <param name="Top">The first row, counted from its north.</param>
internal readonly record struct CellBox(int Level, uint Left, uint Top, uint Width, uint Height)
{
    /// <summary>A tile is 2^7 cells wide, or wider in finer cells.</summary>
    public const int TileBits = 7;

    /// <summary>Finer than its cells no point is known.</summary>
    public const int DeepestLevel = PointCells.Level + PointCells.BitsInCell;

    public CellBox(TileAddress tile)
        : this(tile.Zoom + BitOperations.Log2((uint)tile.Cells), (uint)(tile.X * tile.Cells), (uint)(tile.Y * tile.Cells), (uint)tile.Cells, (uint)tile.Cells)
    {
    }

    /// <summary>A cell is 2^shift wide in the units of <see cref="WorldPoint"/>.</summary>
    public int Shift => WorldPoint.Bits - Level;

    public int Count => (int)(Width * Height);

    /// <summary>The least x in it.</summary>
    public uint MinX => Left << Shift;

    /// <summary>The least y in it.</summary>
    public uint MinY => Top << Shift;

    /// <summary>The greatest x in it, less the least.</summary>
    public uint SpanX => (uint)(((ulong)Width << Shift) - 1);

    /// <summary>The greatest y in it, less the least.</summary>
    public uint SpanY => (uint)(((ulong)Height << Shift) - 1);

    /// <summary>The same box in cells that are no finer than those of a level; null where it is narrower than one of them.</summary>
    /// <param name="level">The box ends with the cells of this level, or is narrower.</param>
    public CellBox? InCellsOf(int level)
    {
        var shift = Math.Max(0, Level - level);
        return shift >= WorldPoint.Bits || Width >> shift == 0 || Height >> shift == 0 ? null : new(Level - shift, Left >> shift, Top >> shift, Width >> shift, Height >> shift);
    }

    public static CellBox World(int level) => new(level, 0, 0, 1U << level, 1U << level);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(uint x, uint y) => (x - MinX <= SpanX) & (y - MinY <= SpanY);

    /// <summary>Row × width + column of the cell that holds a point of the box.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint CellOf(uint x, uint y) => (((y >> Shift) - Top) * Width) + ((x >> Shift) - Left);
}
