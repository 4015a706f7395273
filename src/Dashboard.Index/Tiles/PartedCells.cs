namespace Dashboard.Index.Tiles;

/// <summary>
/// Cells of <see cref="PlacedPoints.Level"/>, of which those of many points are parted again and again: a town is apart from what is
/// around it, and a cell of a close view has its points together too.
/// </summary>
internal sealed class PartedCells
{
    /// <summary>The level of the smallest cells: finer ones have no number.</summary>
    public const int Finest = 16;

    /// <summary>Cells of more points are parted.</summary>
    private const int Many = 512;

    /// <summary>Into so many shares the cells are parted, about, to be parted side by side.</summary>
    private const int Shares = 64;

    private PartedCells(uint[] codes, byte[] levels, int[] offsets) => (Codes, Levels, Offsets) = (codes, levels, offsets);

    /// <summary>For each cell the number of the first of the finest level in it, ascending.</summary>
    public uint[] Codes { get; }

    /// <summary>For each cell its own level.</summary>
    public byte[] Levels { get; }

    /// <summary>Where the points of each cell begin, and of the last one end.</summary>
    public int[] Offsets { get; }

    /// <param name="ofCodes">For each point the number of its cell, ascending.</param>
    /// <param name="rows">For each point its row, ascending in each cell. Is put in the order of the parted cells, as are those that follow.</param>
    /// <param name="x">For each point where it is in its cell.</param>
    /// <param name="y">As for x.</param>
    public static PartedCells Of(Buffer<uint> ofCodes, Buffer<int> rows, ushort[] x, ushort[] y)
    {
        var parts = new Part[Shares];
        SideBySide.Run(Shares, share =>
        {
            var codes = ofCodes.All;
            var (from, to) = (StartOf(codes, share), StartOf(codes, share + 1));
            parts[share] = new Part(rows, x, y);
            for (int first = from, end; first < to; first = end)
            {
                for (end = first + 1; end < to && codes[end] == codes[first]; end++)
                {
                }

                parts[share].Add(codes[first] << (2 * (Finest - PlacedPoints.Level)), PlacedPoints.Level, first, end);
            }
        });
        return new PartedCells(
            [.. parts.SelectMany(part => part.Codes)],
            [.. parts.SelectMany(part => part.Levels)],
            [.. parts.SelectMany(part => part.Offsets), ofCodes.Count]);
    }

    /// <summary>Where a share begins, with a cell.</summary>
    private static int StartOf(ReadOnlySpan<uint> codes, int share)
    {
        var start = (int)((long)codes.Length * share / Shares);
        while (start > 0 && start < codes.Length && codes[start] == codes[start - 1])
        {
            start++;
        }

        return start;
    }

    private sealed class Part(Buffer<int> ofRows, ushort[] x, ushort[] y)
    {
        private readonly List<(int Row, ushort X, ushort Y)>[] _quarters = [[], [], [], []];

        public List<uint> Codes { get; } = [];

        public List<byte> Levels { get; } = [];

        public List<int> Offsets { get; } = [];

        public void Add(uint code, int level, int from, int to)
        {
            if (to - from <= Many || level == Finest)
            {
                Codes.Add(code);
                Levels.Add((byte)level);
                Offsets.Add(from);
                return;
            }

            var rows = ofRows.All;
            var shift = PointCells.BitsInCell - 1 - (level - PlacedPoints.Level);
            for (var i = from; i < to; i++)
            {
                _quarters[((x[i] >> shift) & 1) | (((y[i] >> shift) & 1) << 1)].Add((rows[i], x[i], y[i]));
            }

            Span<int> ends = stackalloc int[_quarters.Length];
            var at = from;
            for (var quarter = 0; quarter < _quarters.Length; quarter++)
            {
                foreach (var point in _quarters[quarter])
                {
                    (rows[at], x[at], y[at]) = point;
                    at++;
                }

                ends[quarter] = at;
                _quarters[quarter].Clear();
            }

            for (var quarter = 0; quarter < ends.Length; quarter++)
            {
                if (ends[quarter] > from)
                {
                    Add(code + ((uint)quarter << (2 * (Finest - level - 1))), level + 1, from, ends[quarter]);
                    from = ends[quarter];
                }
            }
        }
    }
}
