using System.Numerics;
using System.Runtime.Intrinsics;
using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>Is told the points of cells that lie in a box.</summary>
internal interface ICellPointSink
{
    /// <param name="point">Its number among the points of all cells.</param>
    /// <param name="cell">Row × width + column in the box.</param>
    void Add(int point, uint cell);
}

/// <summary>
/// All points once more, those of a cell together, some five kilometres wide, and within a cell by row and so by time: what
/// a close view looks at. A cell knows where it lies, so that its points say no more than where in it they are.
/// </summary>
internal sealed class PointCells
{
    /// <summary>With these bits a point is in its cell as exactly as any box asks.</summary>
    public const int BitsInCell = 16;

    public const int Level = PlacedPoints.Level;

    /// <summary>Where the cells of such squares begin is known without a search.</summary>
    private const int TableLevel = 7;

    private const int BelowTable = 2 * (Level - TableLevel);

    private readonly uint[] _codes;
    private readonly int[] _offsets;
    private readonly int[] _rows;
    private readonly ushort[] _x;
    private readonly ushort[] _y;
    private readonly PackedColumn _strata;

    private readonly int _rowCount;

    /// <summary>The first cell of each square of <see cref="TableLevel"/> or after it, and the number of cells.</summary>
    private readonly int[] _firstCells;

    public PointCells(PlacedPoints points, Strata strata)
    {
        (_codes, _offsets) = Cells(points.Codes);
        (_rows, _x, _y) = (new int[points.Count], new ushort[points.Count], new ushort[points.Count]);
        points.ForEachChunk((from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                (_rows[i], var x, var y) = points[points.InMortonOrder[i]];
                (_x[i], _y[i]) = (InCell(x), InCell(y));
            }
        });
        _strata = new PackedColumn(Array.ConvertAll(_rows, strata.Of));
        _rowCount = strata.Rows;
        _firstCells = FirstCells(_codes);
    }

    private PointCells(IndexReader reader, Strata strata)
    {
        (_rowCount, _codes, _offsets, _rows, _x, _y, _strata) =
            (strata.Rows, reader.Array<uint>(), reader.Array<int>(), reader.Array<int>(), reader.Array<ushort>(), reader.Array<ushort>(), PackedColumn.Read(reader));
        _firstCells = FirstCells(_codes);
    }

    public static PointCells Read(IndexReader reader, Strata strata) => new(reader, strata);

    public void Write(IndexWriter writer)
    {
        writer.Array<uint>(_codes);
        writer.Array<int>(_offsets);
        writer.Array<int>(_rows);
        writer.Array<ushort>(_x);
        writer.Array<ushort>(_y);
        _strata.Write(writer);
    }

    /// <summary>About how many cells and points a box has, those around its sides included.</summary>
    public Around Around(in CellBox box)
    {
        const int Coarser = 3;
        var (cells, points) = (0L, 0L);
        foreach (var (first, end, _) in RunsIn(box, Math.Clamp(box.Level - Coarser, 1, Level)))
        {
            (cells, points) = (cells + end - first, points + _offsets[end] - _offsets[first]);
        }

        return new Around(cells, points);
    }

    /// <summary>Tells the points of the box whose rows lie before another; cell by cell, and within each by row.</summary>
    /// <param name="rows">The rows to look at; null for all.</param>
    public void Tell<TSink>(in CellBox box, Bitmap? rows, int toRow, ref TSink sink, CancellationToken stop) where TSink : struct, ICellPointSink
    {
        var (shift, isWhole) = (Level + BitsInCell - box.Level, box.Level <= Level);
        foreach (var (first, end, _) in RunsIn(box, Math.Min(box.Level, Level)))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = first; cell < end; cell++)
            {
                var (from, to) = Between(cell, 0, toRow);
                if (isWhole)
                {
                    // All of its points lie in one cell of the box.
                    var place = PlaceOf(cell, box);
                    for (var i = from; i < to; i++)
                    {
                        if (rows?[_rows[i]] != false)
                        {
                            sink.Add(i, place);
                        }
                    }

                    continue;
                }

                var (left, top) = Corner(cell);
                for (var i = from; i < to; i++)
                {
                    var (column, row) = (((left | _x[i]) >> shift) - box.Left, ((top | _y[i]) >> shift) - box.Top);
                    if (column < box.Width && row < box.Height && rows?[_rows[i]] != false)
                    {
                        sink.Add(i, (row * box.Width) + column);
                    }
                }
            }
        }
    }

    /// <summary>Which points are of some strata.</summary>
    /// <param name="asked">For each stratum whether it is one of them.</param>
    public PackedChoice PointsOf(bool[] asked) => new(_strata, asked);

    /// <summary>Every row is lower.</summary>
    public int RowCount => _rowCount;

    /// <summary>The points of a cell: from the first up to, not with, the second.</summary>
    public (int From, int To) PointsOf(int cell) => (_offsets[cell], _offsets[cell + 1]);

    public int StratumOf(int point) => (int)_strata[point];

    /// <summary>The row of each point.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>Where each point is in its cell.</summary>
    public ReadOnlySpan<ushort> X => _x;

    /// <inheritdoc cref="X"/>
    public ReadOnlySpan<ushort> Y => _y;

    /// <summary>The least x and y in a cell, in units of which it is 2^16 wide.</summary>
    public (uint X, uint Y) Corner(int cell) => (Morton.Column(_codes[cell]) << BitsInCell, Morton.Row(_codes[cell]) << BitsInCell);

    /// <summary>Row × width + column in a box of cells that are no finer and of which one holds the cell.</summary>
    public uint PlaceOf(int cell, in CellBox box)
    {
        var code = _codes[cell] >> (2 * (Level - box.Level));
        return ((Morton.Row(code) - box.Top) * box.Width) + (Morton.Column(code) - box.Left);
    }

    /// <summary>Sets the cells of a level, coarser than these, that have a point of one of some strata.</summary>
    public void AddOccupied(int level, bool[] asked, Bitmap occupied)
    {
        for (var cell = 0; cell < _codes.Length; cell++)
        {
            var code = (int)(_codes[cell] >> (2 * (Level - level)));
            for (var i = _offsets[cell]; i < _offsets[cell + 1] && !occupied[code]; i++)
            {
                if (asked[_strata[i]])
                {
                    occupied.Set(code);
                }
            }
        }
    }

    private static int[] FirstCells(uint[] codes)
    {
        var (first, cell) = (new int[(1 << (2 * TableLevel)) + 1], 0);
        for (var square = 0; square < first.Length; square++)
        {
            for (; cell < codes.Length && codes[cell] >> BelowTable < square; cell++)
            {
            }

            first[square] = cell;
        }

        return first;
    }

    private static ushort InCell(uint coordinate) => (ushort)(coordinate >> (WorldPoint.Bits - Level - BitsInCell));

    private static (uint[] Codes, int[] Offsets) Cells(uint[] codesOfPoints)
    {
        var (codes, offsets) = (new List<uint>(), new List<int>());
        for (var i = 0; i < codesOfPoints.Length; i++)
        {
            if (i == 0 || codesOfPoints[i] != codes[^1])
            {
                codes.Add(codesOfPoints[i]);
                offsets.Add(i);
            }
        }

        return ([.. codes], [.. offsets, codesOfPoints.Length]);
    }

    /// <summary>The points of a cell whose rows lie from one up to, not with, another.</summary>
    public (int From, int To) Between(int cell, int fromRow, int toRow)
    {
        var (from, to) = (_offsets[cell], _offsets[cell + 1]);
        var first = fromRow > 0 ? FirstAt(fromRow, from, to) : from;
        return (first, first < to && toRow < _rowCount ? FirstAt(toRow, first, to) : to);
    }

    private int FirstAt(int row, int low, int high)
    {
        // Few are compared all at once: where to go on to cannot be foreseen.
        if (high - low <= Vector512<int>.Count && low + Vector512<int>.Count <= _rows.Length)
        {
            var lower = Vector512.LessThan(Vector512.LoadUnsafe(ref _rows[low]), Vector512.Create(row)).ExtractMostSignificantBits();
            return Math.Min(high, low + BitOperations.TrailingZeroCount(~lower));
        }

        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _rows[middle] < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Runs of cells that hold all points of a box: what is of no finer square than a level is told although it lies across a side.</summary>
    public List<Run> RunsIn(in CellBox box, int finest)
    {
        var runs = new List<Run>();
        Visit(box, 0, 0, (0, _codes.Length), finest, runs);
        return runs;
    }

    private void Visit(in CellBox box, int level, uint code, (int First, int End) run, int finest, List<Run> runs)
    {
        var (shift, left, top) = (WorldPoint.Bits - level, (ulong)Morton.Column(code), (ulong)Morton.Row(code));
        var (right, bottom) = ((ulong)box.MinX + box.SpanX, (ulong)box.MinY + box.SpanY);
        var (lastX, lastY) = (((left + 1) << shift) - 1, ((top + 1) << shift) - 1);
        (left, top) = (left << shift, top << shift);
        if (run.First == run.End || left > right || lastX < box.MinX || top > bottom || lastY < box.MinY)
        {
            return;
        }

        var isInside = left >= box.MinX && lastX <= right && top >= box.MinY && lastY <= bottom;
        if (level == finest || isInside)
        {
            runs.Add(new Run(run.First, run.End, isInside));
            return;
        }

        var first = run.First;
        for (var quarter = code * 4; quarter < (code * 4) + 4; quarter++)
        {
            var end = quarter == (code * 4) + 3 ? run.End : FirstCell((quarter + 1UL) << (2 * (Level - level - 1)), first, run.End);
            Visit(box, level + 1, quarter, (first, end), finest, runs);
            first = end;
        }
    }

    private int FirstCell(ulong code, int low, int high)
    {
        var square = (int)(code >> BelowTable);
        if (code == (ulong)square << BelowTable)
        {
            return _firstCells[square];
        }

        (low, high) = (Math.Max(low, _firstCells[square]), Math.Min(high, _firstCells[square + 1]));
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _codes[middle] < code ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <param name="First">The first of some cells that follow each other.</param>
    /// <param name="End">The cell after the last.</param>
    /// <param name="IsInside">Whether all of them lie in the box.</param>
    public readonly record struct Run(int First, int End, bool IsInside);
}
