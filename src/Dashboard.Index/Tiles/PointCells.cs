using System.Runtime.CompilerServices;
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
/// All points once more, those of a cell together, some five kilometres wide or less where points are many, and within a cell by
/// row and so by time: what a close view looks at. A cell knows where it lies, so that its points say no more than where they are
/// in the five kilometres.
/// </summary>
internal sealed class PointCells
{
    /// <summary>With these bits a point is in the cell of <see cref="Level"/> as exactly as any box asks.</summary>
    public const int BitsInCell = 16;

    /// <summary>The level of the widest cells.</summary>
    public const int Level = PlacedPoints.Level;

    /// <summary>Where the cells of such squares begin is known without a search.</summary>
    private const int TableLevel = 7;

    /// <summary>So many points are looked for together.</summary>
    private const int Together = 128;

    private const int BelowTable = 2 * (PartedCells.Finest - TableLevel);

    private readonly uint[] _codes;
    private readonly byte[] _levels;
    private readonly int[] _offsets;
    private readonly PointRows _rows;
    private readonly ushort[] _x;
    private readonly ushort[] _y;
    private readonly PackedColumn _strata;

    private readonly int _rowCount;

    private readonly StratumTotals _totals;

    /// <summary>The first cell of each square of <see cref="TableLevel"/> or after it, and the number of cells.</summary>
    private readonly int[] _firstCells;

    public PointCells(PlacedPoints points, Strata strata, BufferPool buffers)
    {
        using var rows = buffers.Rent<int>(points.Count);
        (_x, _y) = (new ushort[points.Count + Hits.Together], new ushort[points.Count + Hits.Together]);
        points.ForEachChunk((from, to) =>
        {
            Span<uint> x = stackalloc uint[Together];
            Span<uint> y = stackalloc uint[Together];
            for (int next; from < to; from = next)
            {
                next = Math.Min(to, from + Together);
                points.Find(points.InMortonOrder.All[from..next], rows.All[from..next], x, y);
                for (var i = from; i < next; i++)
                {
                    (_x[i], _y[i]) = (InCell(x[i - from]), InCell(y[i - from]));
                }
            }
        });
        var cells = PartedCells.Of(points.Codes, rows, _x, _y);
        (_codes, _levels, _offsets) = (cells.Codes, cells.Levels, cells.Offsets);
        (_rows, _strata) = (new PointRows(rows.All, strata.Rows), StrataOf(rows.All, strata));
        _rowCount = strata.Rows;
        (_firstCells, _totals) = (FirstCells(_codes), new StratumTotals(_strata, strata.All.Count));
    }

    private PointCells(IndexReader reader, Strata strata)
    {
        (_rowCount, _codes, _levels, _offsets, _rows, _x, _y, _strata) =
            (strata.Rows, reader.Array<uint>(), reader.Array<byte>(), reader.Array<int>(), PointRows.Read(reader), reader.Array<ushort>(), reader.Array<ushort>(), PackedColumn.Read(reader));
        (_firstCells, _totals) = (FirstCells(_codes), new StratumTotals(_strata, strata.All.Count));
    }

    public static PointCells Read(IndexReader reader, Strata strata) => new(reader, strata);

    public void Write(IndexWriter writer)
    {
        writer.Array<uint>(_codes);
        writer.Array<byte>(_levels);
        writer.Array<int>(_offsets);
        _rows.Write(writer);
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
        var shift = Level + BitsInCell - box.Level;
        foreach (var (first, end, _) in RunsIn(box, Math.Min(box.Level, Level)))
        {
            stop.ThrowIfCancellationRequested();
            for (var cell = first; cell < end; cell++)
            {
                var (from, to) = Between(cell, 0, toRow);
                if (IsWithinOne(cell, box.Level))
                {
                    for (var (i, place) = (from, PlaceOf(cell, box)); i < to && place < box.Count; i++)
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

    /// <summary>Where the points of each cell begin, and of the last one end.</summary>
    public ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>How many of the points from one up to, not with, another are of the strata that are chosen.</summary>
    public int Count(PackedChoice chosen, int from, int to) => _totals.Count(chosen, from, to);

    public int StratumOf(int point) => (int)_strata[point];

    /// <summary>The row of each point.</summary>
    public PointRows Rows => _rows;

    /// <summary>Where each point is in its cell; with room for fifteen after the last.</summary>
    public ReadOnlySpan<ushort> X => _x;

    /// <inheritdoc cref="X"/>
    public ReadOnlySpan<ushort> Y => _y;

    /// <summary>The least x and y in the five kilometres of a cell, in units of which these are 2^16 wide.</summary>
    public (uint X, uint Y) Corner(int cell)
    {
        var code = _codes[cell] >> (2 * (PartedCells.Finest - Level));
        return (Morton.Column(code) << BitsInCell, Morton.Row(code) << BitsInCell);
    }

    /// <summary>Whether the points of a cell lie in one cell of a level, all of them.</summary>
    public bool IsWithinOne(int cell, int level) => level <= _levels[cell];

    /// <summary>Row × width + column in a box for a cell that is <see cref="IsWithinOne">within one</see> of its cells; <see cref="uint.MaxValue"/> where that lies beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint PlaceOf(int cell, in CellBox box)
    {
        var code = _codes[cell] >> (2 * (PartedCells.Finest - box.Level));
        var (column, row) = (Morton.Column(code) - box.Left, Morton.Row(code) - box.Top);
        return column < box.Width && row < box.Height ? (row * box.Width) + column : uint.MaxValue;
    }

    /// <summary>Sets the cells of a level, coarser than these, that have a point of one of some strata.</summary>
    public void AddOccupied(int level, bool[] asked, Bitmap occupied)
    {
        for (var cell = 0; cell < _codes.Length; cell++)
        {
            var code = (int)(_codes[cell] >> (2 * (PartedCells.Finest - level)));
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

    private static PackedColumn StrataOf(ReadOnlySpan<int> rows, Strata strata)
    {
        var column = new PackedColumn.Builder(rows.Length, (uint)Math.Max(0, strata.All.Count - 1));
        Span<uint> some = stackalloc uint[Together];
        for (; !rows.IsEmpty; rows = rows[some.Length..])
        {
            some = some[..Math.Min(some.Length, rows.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                some[i] = (uint)strata.Of(rows[i]);
            }

            column.Add(some);
        }

        return column.Build();
    }

    private static ushort InCell(uint coordinate) => (ushort)(coordinate >> (WorldPoint.Bits - Level - BitsInCell));

    /// <summary>The points of a cell whose rows lie from one up to, not with, another.</summary>
    public (int From, int To) Between(int cell, int fromRow, int toRow)
    {
        var (from, to) = (_offsets[cell], _offsets[cell + 1]);
        var first = fromRow > 0 ? _rows.FirstAt(fromRow, from, to) : from;
        return (first, first < to && toRow < _rowCount ? _rows.FirstAt(toRow, first, to) : to);
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
            var end = quarter == (code * 4) + 3 ? run.End : FirstCell((quarter + 1UL) << (2 * (PartedCells.Finest - level - 1)), first, run.End);
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
