namespace Dashboard.Index.Tiles;

/// <summary>Counts points as starts of the stretch that is told.</summary>
internal readonly struct StartSink(Strata strata, StratumGroups groups, TimeTileBuilder builder) : IPointSink
{
    public void Add(int row, uint cell)
    {
        if (groups.Of(strata.Of(row)) is not StratumGroups.None and var group)
        {
            builder.Add(builder.SeriesOf(cell, group));
        }
    }
}

/// <summary>Counts points as going on at the end of the stretch that is told.</summary>
internal readonly struct LateSink(IndexColumns columns, StratumGroups groups, TimeTileBuilder builder, TimeEdges edges) : IPointSink
{
    public void Add(int row, uint cell)
    {
        if (groups.Of(columns.Strata.Of(row)) is not StratumGroups.None and var group)
        {
            builder.AddLate(builder.SeriesOf(cell, group), columns.Times.SpanEndOf(row) is { } end ? edges.EndEdgeFrom(builder.Stretch + 1, end) : edges.Count);
        }
    }
}

/// <summary>Counts points without a time.</summary>
internal readonly struct UndatedSink(Strata strata, StratumGroups groups, TimeTileBuilder builder) : IPointSink
{
    public void Add(int row, uint cell)
    {
        if (groups.Of(strata.Of(row)) is not StratumGroups.None and var group)
        {
            builder.AddUndated(group, 1);
        }
    }
}

/// <summary>Keeps points, to be counted by stretch later: the series in the upper half, the row in the lower.</summary>
/// <param name="points">Whose points are told.</param>
/// <param name="room">How many there may be, about.</param>
internal readonly struct FoundSink(PointCells points, StratumGroups groups, TimeTileBuilder builder, int room) : ICellPointSink
{
    public List<ulong> Found { get; } = new(room);

    public void Add(int point, uint cell)
    {
        if (groups.Of(points.StratumOf(point)) is not StratumGroups.None and var group)
        {
            Found.Add(((ulong)builder.SeriesOf(cell, group) << 32) | (uint)points.Rows[point]);
        }
    }
}
