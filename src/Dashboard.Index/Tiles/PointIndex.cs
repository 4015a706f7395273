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
    Cells,

    /// <summary>Read counts that were made beforehand, and look at the rows of what time they do not fit.</summary>
    Pyramid,
}

/// <summary>How many cells that have a point are around a box, and how many points.</summary>
internal readonly record struct Around(long Cells, long Points);

/// <summary>The points of the map, and what makes counting them quick where they are many. Says which way to take.</summary>
internal sealed class PointIndex
{
    /// <summary>Fewer points are quickest looked at one by one.</summary>
    public const int Few = 1 << 20;

    /// <summary>What it takes to look at a cell, at any point of one, at one that meets the time and is to be counted, at one whose row is to be looked up in a set, at any row, at one that is in the box, at 64 rows of which none is asked for, and to read the pyramid for any box; in nanoseconds, about.</summary>
    private const double AnyCell = 6;
    private const double AnyPoint = 0.15;
    private const double OnePoint = 2.5;
    private const double OnePointOfRows = 4;
    private const double AnyRow = 0.3;
    private const double OneRow = 1.5;
    private const double AnyWord = 0.5;
    private const double AnyPyramid = 100_000;

    private readonly Plan _plan;

    /// <param name="few">So many points need nothing but their rows.</param>
    /// <param name="plan">The way to take wherever there is that way.</param>
    public PointIndex(PointColumns points, Strata strata, TimeColumns times, int few, Plan plan, BufferPool buffers)
    {
        (Points, _plan) = (points, plan);
        if (points.Placed.Count() + points.FurtherRows.Length > few)
        {
            using var placed = new PlacedPoints(points, buffers);
            Cells = new PointCells(placed, strata, buffers);
            Pyramid = new Pyramid(placed, Cells, strata, times, buffers);
        }
    }

    private PointIndex(IndexReader reader, Strata strata)
    {
        Points = PointColumns.Read(reader);
        if (reader.Number() != 0)
        {
            (Cells, Pyramid) = (PointCells.Read(reader, strata), Pyramid.Read(reader, strata));
        }
    }

    public static PointIndex Read(IndexReader reader, Strata strata) => new(reader, strata);

    public void Write(IndexWriter writer)
    {
        Points.Write(writer);
        writer.Number(Cells is null ? 0 : 1);
        Cells?.Write(writer);
        Pyramid?.Write(writer);
    }

    public PointColumns Points { get; }

    public PointCells? Cells { get; }

    public Pyramid? Pyramid { get; }

    /// <summary>How to count the points of some rows in a box.</summary>
    /// <param name="around">What is <see cref="Around">around</see> it.</param>
    /// <param name="beside">How many rows remain to be looked at beside the pyramid: to count by cell, and by stretch of time.</param>
    public Plan PlanFor(in CellBox box, Around around, Asked asked, int fromRow, int toRow, Func<Pyramid, int, int, (long ForCells, long ForStarts)> beside)
    {
        var hasPyramid = Pyramid is not null && asked.Rows is null && box.Level <= Pyramid.Finest;
        if (Cells is null || _plan == Plan.Scan)
        {
            return Plan.Scan;
        }

        if (_plan != Plan.Cheapest)
        {
            return _plan == Plan.Pyramid && !hasPyramid ? Plan.Cells : _plan;
        }

        var (cells, points) = around;
        var (rows, share) = ((double)toRow - fromRow, (double)points / Math.Max(1, Points.Placed.Length));
        var scan = ScanOf(asked, rows) + (OneRow * share * rows * asked.Share);
        var near = (AnyCell * cells) + (AnyPoint * points) + ((asked.Rows is null ? OnePoint : OnePointOfRows) * share * rows);
        var pyramid = double.PositiveInfinity;
        if (Pyramid is not null && asked.Rows is null)
        {
            var (forCells, forStarts) = beside(Pyramid, fromRow, toRow);
            pyramid = hasPyramid ? AnyPyramid + (AnyRow * (forCells + forStarts)) + (OneRow * share * forCells) : double.PositiveInfinity;
            near = Math.Min(near, AnyPyramid + (AnyCell * cells) + (AnyPoint * points) + (AnyRow * forStarts));
        }

        return pyramid < scan && pyramid < near ? Plan.Pyramid : near < scan ? Plan.Cells : Plan.Scan;
    }

    /// <summary>About how many cells and points a box has, those around its sides included; none where they are not counted.</summary>
    public Around Around(in CellBox box) => Cells?.Around(box) ?? default;

    /// <summary>Whether the starts of points that are counted by cell are better read from the pyramid.</summary>
    /// <param name="around">What is <see cref="Around">around</see> the box.</param>
    /// <param name="beside">How many rows remain to be looked at beside it.</param>
    public bool AreStartsInPyramid(Around around, int fromRow, int toRow, long beside)
    {
        var met = (double)around.Points * (toRow - fromRow) / Math.Max(1, Points.Placed.Length);
        return _plan == Plan.Pyramid || (_plan == Plan.Cheapest && AnyPyramid + (AnyRow * beside) < OnePoint * met);
    }

    /// <summary>What it takes to look at some rows, of which few may be asked for.</summary>
    private static double ScanOf(Asked asked, double rows)
    {
        if (asked.Rows is null)
        {
            return AnyRow * rows;
        }

        var words = rows / Bitmap.WordBits;
        return (AnyWord * words) + (AnyRow * Bitmap.WordBits * words * (1 - Math.Pow(1 - asked.Share, Bitmap.WordBits)));
    }
}
