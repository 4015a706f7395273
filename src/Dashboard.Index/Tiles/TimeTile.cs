using System.Numerics;
using Dashboard.Domain;

namespace Dashboard.Index.Tiles;

/// <summary>A square of the map in Web Mercator, 512 pixels wide: 2^zoom of them stand side by side, counted from the west and from the north.</summary>
/// <param name="Cells">How many cells it is cut into side by side: one of <see cref="Sides"/>.</param>
public readonly record struct TileAddress(int Zoom, int X, int Y, int Cells = TileAddress.Side)
{
    /// <summary>Deeper tiles are not told: their cells would be narrower than a hand.</summary>
    public const int DeepestZoom = 22;

    /// <summary>A tile has this many cells side by side, each of four pixels.</summary>
    public const int Side = 128;

    /// <summary>How many cells a tile can have side by side: of four pixels, of two, and of one.</summary>
    public static ValueList<int> Sides { get; } = [Side, 2 * Side, 4 * Side];

    /// <summary>False for an address outside the world, or deeper than tiles are told; and for cells that are none of <see cref="Sides"/>, or finer than points are known.</summary>
    public bool Exists => Zoom is >= 0 and <= DeepestZoom && X >= 0 && Y >= 0 && X < 1 << Zoom && Y < 1 << Zoom && CanHave(Cells);

    /// <summary>The same square in so many cells side by side, or in as many of <see cref="Sides"/> as points are known for.</summary>
    public TileAddress InCells(int most) => this with { Cells = Sides.Where(CanHave).Last(side => side <= most) };

    private bool CanHave(int side) => Sides.Contains(side) && Zoom + BitOperations.Log2((uint)side) <= CellBox.DeepestLevel;
}

/// <summary>What the counts of a time-tile are told apart by.</summary>
public enum TileGroup
{
    Kind,
    Dataset,
}

/// <param name="Key">A kind's key or a dataset's slug.</param>
/// <param name="IsLead">Leads are groups of their own.</param>
public readonly record struct TileGroupKey(string Key, bool IsLead)
{
    /// <summary>The group of all that a lens does not mention, leads among it: the last one of its tile.</summary>
    public static TileGroupKey Unmentioned { get; } = new("unmentioned", false);
}

/// <summary>Of the starts in a stretch, those that are still going on when it ends.</summary>
/// <param name="Stretch">In which they start.</param>
/// <param name="EndEdge">The first edge at which they are over, after the stretch's own; the number of edges when it is none.</param>
/// <param name="Series">As in <see cref="TimeTile.Series"/>.</param>
public readonly record struct LateEntry(int Stretch, int EndEdge, uint Series, uint Count);

/// <summary>
/// Counts by cell, group and stretch of time, from which the counts of every window between two edges follow without
/// asking again (see <see cref="TimeEdges"/>). Of a part of the map it counts points: an incident with two is counted in
/// both of their cells. Of time alone it counts incidents, all in one cell.
/// </summary>
public sealed record TimeTile
{
    public required TimeEdges Edges { get; init; }

    /// <summary>What occurs in it, by key, incidents before leads; after these what a lens does not mention.</summary>
    public required IReadOnlyList<TileGroupKey> Groups { get; init; }

    /// <summary>How many cells are side by side.</summary>
    public required int Side { get; init; }

    /// <summary>For each group how many are undated: they count only in a window that is open on both sides.</summary>
    public required uint[] Undated { get; init; }

    /// <summary>The cells in which something dated is, ascending: row × side + column, from the north-west.</summary>
    public required uint[] Cells { get; init; }

    /// <summary>The starts of stretch k are the entries from <c>Offsets[k]</c> up to <c>Offsets[k + 1]</c>.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>For each entry, ascending within a stretch: (index in <see cref="Cells"/>) × (number of groups) + group.</summary>
    public required uint[] Series { get; init; }

    /// <summary>For each entry how many start.</summary>
    public required uint[] Counts { get; init; }

    /// <summary>Which of the starts outlast their stretch, by stretch, end edge and series. All others are over at its end.</summary>
    public required LateEntry[] Late { get; init; }

    /// <summary>The same counts in wider cells: exactly what counting again would give.</summary>
    /// <param name="side">The tile's, divided by some power of two.</param>
    public TimeTile InWiderCells(int side) => side == Side ? this : CoarserTile.Of(this, Edges, side);
}
