namespace Dashboard.Index.Tiles;

/// <summary>Counts points by cell, and all of them.</summary>
internal struct CellSink(uint[] cells) : IPointSink
{
    public uint Count { get; private set; }

    public void Add(int row, uint cell)
    {
        Count++;
        cells[cell]++;
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
