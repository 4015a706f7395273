namespace Dashboard.Index.Tiles;

/// <summary>Counts points by cell, and all of them.</summary>
/// <param name="weights">For each stratum 1 when it counts, else 0: adding nothing is quicker than asking whether to add. Null when all count.</param>
/// <param name="cells">Null to count them all together only.</param>
internal struct CellSink(Strata strata, uint[]? weights, uint[]? cells) : IPointSink
{
    public uint Count { get; private set; }

    public void Add(int row, uint cell)
    {
        var weight = weights is null ? 1 : weights[strata.Of(row)];
        Count += weight;
        if (cells is not null)
        {
            cells[cell] += weight;
        }
    }
}

/// <summary>Counts points by cell, and by the stretch of their row.</summary>
/// <param name="weights">As for <see cref="CellSink"/>.</param>
internal readonly struct GridSink(Strata strata, uint[]? weights, uint[] cells, uint[] starts, RowStretches stretches) : IPointSink
{
    public void Add(int row, uint cell)
    {
        var weight = weights is null ? 1 : weights[strata.Of(row)];
        cells[cell] += weight;
        starts[stretches.Of(row)] += weight;
    }
}
