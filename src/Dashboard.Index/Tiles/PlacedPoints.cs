namespace Dashboard.Index.Tiles;

/// <summary>
/// All points of the map in one row of numbers: those of placed rows by row, the further ones of a row after its first.
/// And these numbers once more in the order of the cells that the points lie in.
/// </summary>
internal sealed class PlacedPoints : IDisposable
{
    /// <summary>The level of the cells that points are ordered by: about five kilometres wide at the equator.</summary>
    public const int Level = 13;

    /// <summary>So many points are looked for together.</summary>
    private const int Together = 128;

    private const int Digit = 10;
    private const int Digits = 3;

    private readonly PointColumns _points;

    /// <summary>The row of each point; none where each row has one.</summary>
    private readonly int[] _rows;
    private readonly int[] _further;

    public PlacedPoints(PointColumns points, BufferPool buffers)
    {
        _points = points;
        (_rows, _further) = Numbered();
        Count = _rows.Length == 0 ? points.Placed.Count() : _rows.Length;
        var codes = buffers.Rent<ulong>(Count);
        ForEachChunk((from, to) =>
        {
            Span<int> points = stackalloc int[Together];
            Span<int> rows = stackalloc int[Together];
            Span<uint> x = stackalloc uint[Together];
            Span<uint> y = stackalloc uint[Together];
            for (int next; from < to; from = next)
            {
                next = Math.Min(to, from + Together);
                for (var point = from; point < next; point++)
                {
                    points[point - from] = point;
                }

                Find(points[..(next - from)], rows, x, y);
                var some = codes.All[from..next];
                for (var i = 0; i < some.Length; i++)
                {
                    some[i] = ((ulong)Morton.Of(x[i] >> (WorldPoint.Bits - Level), y[i] >> (WorldPoint.Bits - Level)) << WorldPoint.Bits) | (uint)(from + i);
                }
            }
        });
        using var sorted = Sorted(codes, buffers);
        (InMortonOrder, Codes) = (buffers.Rent<int>(Count), buffers.Rent<uint>(Count));
        ForEachChunk((from, to) =>
        {
            var some = sorted.All[from..to];
            var numbers = InMortonOrder.All[from..to];
            var cells = Codes.All[from..to];
            for (var i = 0; i < some.Length; i++)
            {
                numbers[i] = (int)some[i];
                cells[i] = (uint)(some[i] >> WorldPoint.Bits);
            }
        });
    }

    private const int Chunk = 1 << 16;

    public int Count { get; }

    /// <summary>The numbers of the points, by cell, and within a cell ascending.</summary>
    public Buffer<int> InMortonOrder { get; }

    /// <summary>The cell of each, in that order.</summary>
    public Buffer<uint> Codes { get; }

    public void Dispose()
    {
        InMortonOrder.Dispose();
        Codes.Dispose();
    }

    /// <summary>The rows of some points, and where these lie.</summary>
    public void Find(ReadOnlySpan<int> points, Span<int> rows, Span<uint> x, Span<uint> y)
    {
        var (ofPoints, first) = (_rows, _points.First);
        points.CopyTo(rows);
        for (var i = 0; i < points.Length && ofPoints.Length > 0; i++)
        {
            rows[i] = ofPoints[points[i]];
        }

        for (var i = 0; i < points.Length; i++)
        {
            (x[i], y[i]) = first[rows[i]];
        }

        for (var i = 0; i < points.Length && _further.Length > 0; i++)
        {
            if (_further[points[i]] is var further and >= 0)
            {
                (x[i], y[i]) = _points.Further[further];
            }
        }
    }

    /// <summary>Tells runs of numbers, from the first up to, not with, the second: all of them, on several threads.</summary>
    public void ForEachChunk(Action<int, int> run) =>
        SideBySide.Run((Count + Chunk - 1) / Chunk, chunk => run(chunk * Chunk, Math.Min(Count, (chunk + 1) * Chunk)));

    private (int[] Rows, int[] Further) Numbered()
    {
        if (_points.FurtherRows.Length == 0)
        {
            if (_points.AreAllPlaced)
            {
                return ([], []);
            }

            var (rows, next) = (GC.AllocateUninitializedArray<int>(_points.Placed.Count()), 0);
            foreach (var row in _points.Placed.Rows())
            {
                rows[next++] = row;
            }

            return (rows, []);
        }

        var all = _points.Placed.Rows().Select(row => (Row: row, Further: -1)).Concat(_points.FurtherRows.Select((row, further) => (Row: row, Further: further))).Order().ToArray();
        return (Array.ConvertAll(all, point => point.Row), Array.ConvertAll(all, point => point.Further));
    }

    /// <summary>By the upper half, a digit at a time from the lowest: what is equal stays in order.</summary>
    private static Buffer<ulong> Sorted(Buffer<ulong> codes, BufferPool buffers)
    {
        var sorted = buffers.Rent<ulong>(codes.Count);
        for (var digit = 0; digit < Digits; digit++)
        {
            Sort(codes.All, WorldPoint.Bits + (digit * Digit), sorted.All);
            (codes, sorted) = (sorted, codes);
        }

        sorted.Dispose();
        return codes;
    }

    private static void Sort(ReadOnlySpan<ulong> codes, int shift, Span<ulong> sorted)
    {
        var next = new int[(1 << Digit) + 1];
        foreach (var code in codes)
        {
            next[(int)(code >> shift & ((1 << Digit) - 1)) + 1]++;
        }

        for (var value = 1; value < next.Length; value++)
        {
            next[value] += next[value - 1];
        }

        foreach (var code in codes)
        {
            sorted[next[(int)(code >> shift & ((1 << Digit) - 1))]++] = code;
        }
    }
}
