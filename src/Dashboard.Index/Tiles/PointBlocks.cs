using Dashboard.Index.Files;

namespace Dashboard.Index.Tiles;

/// <summary>
/// All points once more, neighbours on the map together, in blocks that know where they lie: what a close view looks at.
/// Within a block points stand by row, so that those of a time are together.
/// </summary>
internal sealed class PointBlocks
{
    private const int BlockLength = 1024;

    private readonly int[] _rows;
    private readonly uint[] _x;
    private readonly uint[] _y;
    private readonly Zone[] _zones;

    public PointBlocks(PlacedPoints points)
    {
        var count = points.Count;
        (_rows, _x, _y, _zones) = (new int[count], new uint[count], new uint[count], new Zone[(count + BlockLength - 1) / BlockLength]);
        Parallel.For(0, _zones.Length, block =>
        {
            var (from, to) = Bounds(block);
            var order = points.InMortonOrder.AsSpan(from..to).ToArray();
            order.AsSpan().Sort();
            _zones[block] = Zone.None;
            for (var i = from; i < to; i++)
            {
                (_rows[i], _x[i], _y[i]) = points[order[i - from]];
                _zones[block] = _zones[block].With(_x[i], _y[i]);
            }
        });
    }

    private PointBlocks(IndexReader reader) =>
        (_rows, _x, _y, _zones) = (reader.Array<int>(), reader.Array<uint>(), reader.Array<uint>(), reader.Array<Zone>());

    public static PointBlocks Read(IndexReader reader) => new(reader);

    public void Write(IndexWriter writer)
    {
        writer.Array<int>(_rows);
        writer.Array<uint>(_x);
        writer.Array<uint>(_y);
        writer.Array<Zone>(_zones);
    }

    /// <summary>How many points a question must look at.</summary>
    public long Cost(in CellBox box, int fromRow, int toRow)
    {
        var cost = 0L;
        for (var block = 0; block < _zones.Length; block++)
        {
            if (_zones[block].Meets(box))
            {
                var (from, to) = Bounds(block);
                cost += _rows[from] >= toRow || _rows[to - 1] < fromRow ? 1 : to - from;
            }
        }

        return cost;
    }

    /// <summary>Tells the points of the box whose rows lie from one up to, not with, another; block by block, and within each by row.</summary>
    /// <param name="rows">The rows to look at; null for all.</param>
    public void Tell<TSink>(in CellBox box, Bitmap? rows, int fromRow, int toRow, ref TSink sink, CancellationToken stop) where TSink : struct, IPointSink
    {
        for (var block = 0; block < _zones.Length; block++)
        {
            if (_zones[block].Meets(box))
            {
                stop.ThrowIfCancellationRequested();
                TellBlock(box, block, rows, fromRow, toRow, ref sink);
            }
        }
    }

    private void TellBlock<TSink>(in CellBox box, int block, Bitmap? rows, int fromRow, int toRow, ref TSink sink) where TSink : struct, IPointSink
    {
        var (from, to) = Bounds(block);
        from = _rows[from] < fromRow ? FirstAt(fromRow, from, to) : from;
        to = _rows[to - 1] >= toRow ? FirstAt(toRow, from, to) : to;
        for (var i = from; i < to; i++)
        {
            var (x, y) = (_x[i], _y[i]);
            if (box.Contains(x, y) && rows?[_rows[i]] != false)
            {
                sink.Add(_rows[i], box.CellOf(x, y));
            }
        }
    }

    private int FirstAt(int row, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _rows[middle] < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private (int From, int To) Bounds(int block) => (block * BlockLength, Math.Min(_rows.Length, (block + 1) * BlockLength));

    /// <summary>Where the points of a block lie.</summary>
    private readonly record struct Zone(uint MinX, uint MaxX, uint MinY, uint MaxY)
    {
        public static Zone None => new(uint.MaxValue, 0, uint.MaxValue, 0);

        public Zone With(uint x, uint y) => new(Math.Min(MinX, x), Math.Max(MaxX, x), Math.Min(MinY, y), Math.Max(MaxY, y));

        public bool Meets(in CellBox box) =>
            MinX <= (ulong)box.MinX + box.SpanX && MaxX >= box.MinX && MinY <= (ulong)box.MinY + box.SpanY && MaxY >= box.MinY;
    }
}
