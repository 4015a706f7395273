namespace Dashboard.Index.Tiles;

/// <summary>A time-tile of fewer edges and wider cells, from one of more: exactly what counting again would give.</summary>
internal static class CoarserTile
{
    /// <param name="edges">Some of the tile's edges.</param>
    /// <param name="side">The tile's, divided by some power of two.</param>
    public static TimeTile Of(TimeTile tile, TimeEdges edges, int side)
    {
        var (builder, late) = (new TimeTileBuilder(edges, side, tile.Groups), 0);
        var series = Series(tile, side, builder);
        int[] edgeAt = [.. tile.Edges.Milliseconds.ToArray().Select(edge => FirstAtOrAfter(edges, edge)), edges.Count];
        for (var stretch = 0; stretch <= tile.Edges.Count; stretch++)
        {
            while (builder.Stretch < edgeAt[stretch])
            {
                builder.EndStretch();
            }

            for (var entry = tile.Offsets[stretch]; entry < tile.Offsets[stretch + 1]; entry++)
            {
                builder.Add(series[tile.Series[entry]], tile.Counts[entry]);
            }

            for (; late < tile.Late.Length && tile.Late[late].Stretch == stretch; late++)
            {
                if (edgeAt[tile.Late[late].EndEdge] > builder.Stretch)
                {
                    builder.AddLate(series[tile.Late[late].Series], edgeAt[tile.Late[late].EndEdge], tile.Late[late].Count);
                }
            }
        }

        builder.EndStretch();
        foreach (var (group, count) in tile.Undated.Index())
        {
            builder.AddUndated(group, count);
        }

        return builder.Build();
    }

    /// <summary>For each series of the tile the one that it becomes.</summary>
    private static uint[] Series(TimeTile tile, int side, TimeTileBuilder builder)
    {
        var (series, width, narrower) = (new uint[tile.Cells.Length * tile.Groups.Count], (uint)tile.Side, (uint)(tile.Side / side));
        for (var i = 0; i < series.Length; i++)
        {
            var cell = tile.Cells[i / tile.Groups.Count];
            series[i] = builder.SeriesOf((cell / width / narrower * (uint)side) + (cell % width / narrower), i % tile.Groups.Count);
        }

        return series;
    }

    private static int FirstAtOrAfter(TimeEdges edges, long milliseconds)
    {
        var found = edges.Milliseconds.BinarySearch(milliseconds);
        return found >= 0 ? found : ~found;
    }
}
