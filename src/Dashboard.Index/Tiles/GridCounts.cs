namespace Dashboard.Index.Tiles;

/// <summary>
/// A part of the map in cells of four pixels, as wide and high as a picture of it. It may reach across the antimeridian
/// and beyond the poles, where there is nothing.
/// </summary>
/// <param name="Zoom">As of a <see cref="TileAddress"/>: the world is 2^zoom × 128 cells wide.</param>
/// <param name="Left">The first column, counted from the west of the world; columns go round.</param>
/// <param name="Top">The first row, counted from its north.</param>
/// <param name="Width">How many cells; no more than the world is wide.</param>
public readonly record struct GridView(int Zoom, int Left, int Top, int Width, int Height);

/// <summary>
/// What a picture shows of the incidents that meet a question, its window too: their points by cell, and by when they start.
/// Who is done with it may dispose of it: the next counts are then made where these were, which takes less than new memory.
/// </summary>
public sealed record GridCounts : IDisposable
{
    private int _isOver;

    public required GridView View { get; init; }

    /// <summary>Points by cell: row × width + column.</summary>
    public required uint[] Cells { get; init; }

    /// <summary>Where time is cut for <see cref="Starts"/>.</summary>
    public required TimeEdges Edges { get; init; }

    /// <summary>For each stretch how many of the points start in it. What began before the window and meets it counts where it began.</summary>
    public required uint[] Starts { get; init; }

    /// <summary>Points without a time: they are among the cells when the window is open on both sides.</summary>
    public required uint Undated { get; init; }

    /// <summary>Gives the cells back; they are not to be looked at from now on.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            CellArrays.Return(Cells);
        }
    }
}
