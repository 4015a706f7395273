using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>A way to count points in a box.</summary>
internal enum Plan
{
    /// <summary>Whichever promises to take least time.</summary>
    Cheapest,

    /// <summary>Look at every row of the time.</summary>
    Scan,

    /// <summary>Look at the points around the box.</summary>
    Blocks,

    /// <summary>Read counts that were made beforehand, and look at the rows of what time they do not fit.</summary>
    Pyramid,
}

/// <summary>The points of the map, and what makes counting them quick where they are many. Says which way to take.</summary>
internal sealed class PointIndex
{
    /// <summary>Fewer points are quickest looked at one by one.</summary>
    public const int Few = 1 << 20;

    /// <summary>What it takes to look at a point in a block or in a row, and to read the pyramid for any box; in nanoseconds, about.</summary>
    private const double InBlock = 1.6;
    private const double InRow = 0.9;
    private const double AnyPyramid = 150_000;

    private readonly Plan _plan;

    /// <param name="few">So many points need nothing but their rows.</param>
    /// <param name="plan">The way to take wherever there is that way.</param>
    public PointIndex(PointColumns points, Strata strata, TimeColumns times, int few, Plan plan)
    {
        (Points, _plan) = (points, plan);
        if (points.Placed.Count() + points.FurtherRows.Length > few)
        {
            var placed = new PlacedPoints(points);
            (Blocks, Pyramid) = (new PointBlocks(placed), new Pyramid(placed, strata, times));
        }
    }

    private PointIndex(IndexReader reader, Strata strata)
    {
        Points = PointColumns.Read(reader);
        if (reader.Number() != 0)
        {
            (Blocks, Pyramid) = (PointBlocks.Read(reader), Pyramid.Read(reader, strata));
        }
    }

    public static PointIndex Read(IndexReader reader, Strata strata) => new(reader, strata);

    public void Write(IndexWriter writer)
    {
        Points.Write(writer);
        writer.Number(Blocks is null ? 0 : 1);
        Blocks?.Write(writer);
        Pyramid?.Write(writer);
    }

    public PointColumns Points { get; }

    public PointBlocks? Blocks { get; }

    public Pyramid? Pyramid { get; }

    /// <summary>How to count the points of some rows in a box.</summary>
    /// <param name="slices">How many rows remain to be looked at beside the pyramid.</param>
    public Plan PlanFor(in CellBox box, Asked asked, int fromRow, int toRow, Func<Pyramid, long> slices)
    {
        var hasPyramid = Pyramid is not null && asked.Rows is null && box.Level <= Pyramid.Finest;
        if (Blocks is null || _plan == Plan.Scan)
        {
            return Plan.Scan;
        }

        if (_plan != Plan.Cheapest)
        {
            return _plan == Plan.Pyramid && !hasPyramid ? Plan.Blocks : _plan;
        }

        var scan = InRow * (toRow - fromRow);
        var blocks = InBlock * Blocks.Cost(box, fromRow, toRow);
        var pyramid = hasPyramid ? AnyPyramid + (InRow * slices(Pyramid!)) : double.PositiveInfinity;
        return pyramid < scan && pyramid < blocks ? Plan.Pyramid : blocks < scan ? Plan.Blocks : Plan.Scan;
    }
}
