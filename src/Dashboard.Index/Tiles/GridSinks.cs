namespace Dashboard.Index.Tiles;

/// <summary>Counts points by cell, and all of them.</summary>
/// <param name="weight">What a point counts in its cell: one, or as much less.</param>
internal struct CellSink(uint[] cells, uint weight = 1) : IPointSink
{
    public uint Count { get; private set; }

    public void Add(int row, uint cell)
    {
        Count++;
        cells[cell] += weight;
    }
}

/// <summary>Counts points by cell, and by the stretch of their row.</summary>
internal readonly struct GridSink(uint[] cells, uint[] starts, RowStretches stretches) : IPointSink
{
    public void Add(int row, uint cell)
    {
        cells[cell]++;
        starts[stretches.Of(row)]++;
    }
}
