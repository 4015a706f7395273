using System.Runtime.InteropServices;

namespace Dashboard.Index.Tiles;

/// <summary>Counts rows, or their points, into time-tiles.</summary>
internal sealed class TileCounter(IndexColumns columns, Asked asked, TileGroup by, CancellationToken stop)
{
    private readonly StratumGroups _groups = new(columns.Strata, asked.Strata, by);

    /// <summary>Of squares around which fewer points are it is not told beforehand how much is in them: it is little.</summary>
    public int FewPoints { get; init; } = 100_000;

    public TimeTile Tile(TileAddress tile, TimeEdges edges)
    {
        if (!tile.Exists)
        {
            throw new ArgumentOutOfRangeException(nameof(tile), tile, "there is no such tile");
        }

        return Points(new CellBox(tile), edges);
    }

    /// <summary>The points of a square of cells.</summary>
    public TimeTile Points(CellBox box, TimeEdges edges) => Faded(CountPoints(box, edges), mentioned => mentioned.Points(box, edges));

    /// <summary>All rows, placed or not.</summary>
    public TimeTile Times(TimeEdges edges) => Faded(CountTimes(edges), mentioned => mentioned.Times(edges));

    private TimeTile Faded(TimeTile all, Func<TileCounter, TimeTile> countWith) =>
        asked.Mentioned is { } mentioned ? FadedTile.Of(all, countWith(new TileCounter(columns, mentioned, by, stop))) : all;

    private TimeTile CountPoints(CellBox box, TimeEdges edges)
    {
        var (times, cuts) = (columns.Times, new StretchCuts(columns.Times, edges));
        var scan = new RowScan(columns.Map.Points, asked.Placed(columns.Map.Points.Placed));
        var builder = new TimeTileBuilder(edges, (int)box.Width, _groups.Keys);
        var undated = new UndatedSink(columns.Strata, _groups, builder);
        scan.Tell(box, times.DatedCount, columns.Order.Count, ref undated, stop);
        var around = columns.Map.Around(box);
        switch (columns.Map.PlanFor(box, around, asked, 0, times.DatedCount, (pyramid, _, _) => (new PyramidStretches(pyramid.Bins, cuts).Slices.Sum(slice => slice.To - slice.From), 0)))
        {
            case Plan.Cells:
                AddFromCells(columns.Map.Cells!, box, around, edges, cuts, builder);
                break;
            case Plan.Pyramid:
                AddFromPyramid(columns.Map.Pyramid!, scan, box, edges, cuts, builder);
                break;
            default:
                AddFromRows(scan, box, edges, cuts, builder);
                break;
        }

        return builder.Build();
    }

    /// <summary>Whether it is known beforehand that a square of cells has more starts to tell, by cell and stretch, than some number.</summary>
    public bool HasMoreStarts(CellBox box, TimeEdges edges, int number) =>
        columns.Map.Pyramid is { } pyramid && asked.Rows is null && box.Level <= Pyramid.Finest
        && new PyramidStretches(pyramid.Bins, new StretchCuts(columns.Times, edges)).CountUpTo(number + 1, pyramid, box, _groups, stop) > number;

    /// <summary>How much there is in a square of cells, at least; null where it takes longer to tell than is saved, or nothing was counted beforehand.</summary>
    public FewestStarts? Fewest(CellBox box, TimeEdges edges)
    {
        if (columns.Map.Pyramid is not { } pyramid || asked is not { Rows: null, Mentioned: null }
            || columns.Map.Around(box).Points < FewPoints || box.InCellsOf(Pyramid.Finest) is not { } wider)
        {
            return null;
        }

        var stretches = new PyramidStretches(pyramid.Bins, new StretchCuts(columns.Times, edges));
        var fewest = stretches.Fewest(pyramid, wider, _groups, stop);
        return wider == box && stretches.AreWhole ? fewest : fewest with { Points = null };
    }

    private TimeTile CountTimes(TimeEdges edges)
    {
        var (times, cuts, builder) = (columns.Times, new StretchCuts(columns.Times, edges), new TimeTileBuilder(edges, side: 1, _groups.Keys));
        var (rows, goingOn) = (asked.Rows ?? columns.Everything, new List<int>());
        for (var stretch = 0; stretch < cuts.Count; stretch++)
        {
            stop.ThrowIfCancellationRequested();
            var (from, to) = cuts.RowsOf(stretch);
            foreach (var (group, count) in CountByGroup(rows, from, to).Index())
            {
                if (count > 0)
                {
                    builder.Add(builder.SeriesOf(0, group), count);
                }
            }

            FindLate(edges, cuts, stretch, goingOn);
            foreach (var row in goingOn)
            {
                if (rows[row] && _groups.Of(columns.Strata.Of(row)) is not StratumGroups.None and var group)
                {
                    builder.AddLate(builder.SeriesOf(0, group), edges.EndEdgeOf(times.StartOf(row), times.SpanEndOf(row)));
                }
            }

            builder.EndStretch();
        }

        foreach (var (group, count) in CountByGroup(rows, times.DatedCount, columns.Order.Count).Index())
        {
            builder.AddUndated(group, count);
        }

        return builder.Build();
    }

    private uint[] CountByGroup(Bitmap rows, int from, int to)
    {
        var strata = new uint[columns.Strata.All.Count];
        columns.Strata.Count(rows, from, to, strata);
        var counts = new uint[_groups.Keys.Length];
        for (var stratum = 0; stratum < strata.Length; stratum++)
        {
            if (_groups.Of(stratum) is not StratumGroups.None and var group)
            {
                counts[group] += strata[stratum];
            }
        }

        return counts;
    }

    private void AddFromRows(RowScan scan, in CellBox box, TimeEdges edges, StretchCuts cuts, TimeTileBuilder builder)
    {
        var goingOn = new List<int>();
        for (var stretch = 0; stretch < cuts.Count; stretch++)
        {
            var (from, to) = cuts.RowsOf(stretch);
            AddSlice(scan, box, from, to, builder);
            AddLate(scan, box, edges, cuts, builder, goingOn);
            builder.EndStretch();
        }
    }

    private void AddFromPyramid(Pyramid pyramid, RowScan scan, in CellBox box, TimeEdges edges, StretchCuts cuts, TimeTileBuilder builder)
    {
        var (stretches, goingOn) = (new PyramidStretches(pyramid.Bins, cuts), new List<int>());
        var whole = stretches.Gather(pyramid, box, _groups, builder, stop);
        for (var stretch = 0; stretch < cuts.Count; stretch++)
        {
            if (stretches.IsWhole(stretch))
            {
                builder.AddWhole(whole.Of(stretch));
            }
            else
            {
                AddCut(scan, box, whole.Of(stretch), stretches.SlicesOf(stretch), builder);
            }

            AddLate(scan, box, edges, cuts, builder, goingOn);
            builder.EndStretch();
        }
    }

    private void AddCut(RowScan scan, in CellBox box, ReadOnlySpan<ulong> whole, IReadOnlyList<(int From, int To)> slices, TimeTileBuilder builder)
    {
        foreach (var entry in whole)
        {
            builder.Add((uint)(entry >> 32), (uint)entry);
        }

        foreach (var (from, to) in slices)
        {
            AddSlice(scan, box, from, to, builder);
        }
    }

    private void AddFromCells(PointCells cells, in CellBox box, Around around, TimeEdges edges, StretchCuts cuts, TimeTileBuilder builder)
    {
        var (times, sink) = (columns.Times, new FoundSink(cells, _groups, builder, (int)(around.Points * asked.Share)));
        cells.Tell(box, asked.Rows, times.DatedCount, ref sink, stop);
        var stretches = new RowStretches(cuts, 0, times.DatedCount);
        var found = CollectionsMarshal.AsSpan(sink.Found);
        var inStretch = new ushort[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            inStretch[i] = (ushort)stretches.Of((int)(uint)found[i]);
        }

        var byStretch = StretchBuckets.Of(found, inStretch, cuts.Count);
        for (var stretch = 0; stretch < cuts.Count; stretch++)
        {
            var starts = byStretch.Of(stretch);
            foreach (var entry in starts)
            {
                builder.Add((uint)(entry >> 32));
            }

            if (stretch < edges.Count && starts.Length > 0)
            {
                AddLateOf(starts, times.LateAt(edges.Ticks[stretch]), edges, builder);
            }

            builder.EndStretch();
        }
    }

    /// <param name="starts">Of one stretch: the series in the upper half, the row in the lower.</param>
    /// <param name="late">What goes on when it ends.</param>
    private void AddLateOf(ReadOnlySpan<ulong> starts, LateRows late, TimeEdges edges, TimeTileBuilder builder)
    {
        foreach (var entry in starts)
        {
            if ((int)(uint)entry is var row && late.MayHave(row) && late.Has(row))
            {
                builder.AddLate((uint)(entry >> 32), edges.EndEdgeOf(columns.Times.StartOf(row), columns.Times.SpanEndOf(row)));
            }
        }
    }

    private void AddSlice(RowScan scan, in CellBox box, int from, int to, TimeTileBuilder builder)
    {
        var sink = new StartSink(columns.Strata, _groups, builder);
        scan.Tell(box, from, to, ref sink, stop);
    }

    /// <summary>Of the stretch that is told now.</summary>
    private void AddLate(RowScan scan, in CellBox box, TimeEdges edges, StretchCuts cuts, TimeTileBuilder builder, List<int> goingOn)
    {
        FindLate(edges, cuts, builder.Stretch, goingOn);
        var sink = new LateSink(columns, _groups, builder, edges);
        scan.Tell(box, CollectionsMarshal.AsSpan(goingOn), ref sink);
    }

    /// <summary>The rows that start in a stretch and go on at its end; of the last stretch none, which has no end.</summary>
    private void FindLate(TimeEdges edges, StretchCuts cuts, int stretch, List<int> goingOn)
    {
        goingOn.Clear();
        if (stretch < edges.Count)
        {
            columns.Times.AddGoingOnAt(edges.Ticks[stretch], cuts.RowsOf(stretch).From, goingOn);
        }
    }
}
