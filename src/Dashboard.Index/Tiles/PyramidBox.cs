namespace Dashboard.Index.Tiles;

/// <summary>
/// Reads a box from a pyramid: halving the world again and again, what lies in the box is taken as a whole. Its cells are
/// read one by one at their own level, their times all at once at the level of the whole.
/// </summary>
internal sealed class PyramidBox(Pyramid pyramid, CellBox box)
{
    private readonly int _finest = Math.Min(box.Level, Pyramid.Finest);

    /// <summary>By layer, once they are looked for.</summary>
    private readonly Dictionary<int, List<Square>> _squares = [];

    /// <summary>Adds what starts from one milestone up to another, for a box of cells that the pyramid has.</summary>
    /// <param name="layers">As from <see cref="Pyramid.LayersOf"/>.</param>
    /// <param name="cells">Row × width + column of the box.</param>
    public void AddCells(IReadOnlyList<(int Layer, bool IsTakenAway)> layers, int from, int to, uint[] cells, CancellationToken stop)
    {
        foreach (var (layer, isTakenAway) in layers)
        {
            stop.ThrowIfCancellationRequested();
            var codes = pyramid.Layer(box.Level, layer).Codes;
            var (before, upTo, weight) = (pyramid.CountsBefore(from, box.Level, layer), pyramid.CountsBefore(to, box.Level, layer), WeightOf(isTakenAway));
            foreach (var (_, _, first, end) in Squares(layer))
            {
                for (var cell = first; cell < end; cell++)
                {
                    var (column, row) = (Morton.Column(codes[cell]) - box.Left, Morton.Row(codes[cell]) - box.Top);
                    cells[(row * box.Width) + column] += weight * (upTo[cell] - before[cell]);
                }
            }
        }
    }

    /// <summary>Adds what starts in some bins, from the first up to, not with, the second; without the squares across a side that the pyramid does not part.</summary>
    /// <param name="layers">As for <see cref="AddCells"/>.</param>
    /// <param name="starts">By time bin.</param>
    public void AddStarts(IReadOnlyList<(int Layer, bool IsTakenAway)> layers, (int From, int To) bins, uint[] starts, CancellationToken stop)
    {
        foreach (var (layer, isTakenAway) in layers)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var (level, code, cell, _) in Squares(layer))
            {
                var at = pyramid.Layer(level, layer);
                AddStarts(at, level == _finest ? cell : at.Find(code, 0, at.Codes.Length), bins, WeightOf(isTakenAway), starts);
            }
        }
    }

    /// <summary>What a point counts: one, or as much less.</summary>
    private static uint WeightOf(bool isTakenAway) => isTakenAway ? uint.MaxValue : 1;

    private static void AddStarts(PyramidLayer layer, int cell, (int From, int To) bins, uint weight, uint[] starts)
    {
        var (first, end) = (layer.Offsets[cell], layer.Offsets[cell + 1]);
        var entry = layer.FindBin(bins.From, first, end);
        for (var before = entry == first ? 0 : layer.Totals[entry - 1]; entry < end && layer.Bins[entry] < bins.To; entry++)
        {
            starts[layer.Bins[entry]] += weight * (layer.Totals[entry] - before);
            before = layer.Totals[entry];
        }
    }

    /// <summary>The widest squares that lie in the box and hold a point of a layer.</summary>
    private List<Square> Squares(int layer)
    {
        if (!_squares.TryGetValue(layer, out var squares))
        {
            var finest = pyramid.Layer(_finest, layer);
            Visit(finest, new Square(0, 0, 0, finest.Codes.Length), _squares[layer] = squares = []);
        }

        return squares;
    }

    private void Visit(PyramidLayer finest, Square square, List<Square> squares)
    {
        var (level, code, first, end) = square;
        var shift = box.Level - level;
        var (left, top) = ((long)Morton.Column(code) << shift, (long)Morton.Row(code) << shift);
        var (right, bottom) = (left + (1L << shift), top + (1L << shift));
        if (first == end || left >= (long)box.Left + box.Width || right <= box.Left || top >= (long)box.Top + box.Height || bottom <= box.Top)
        {
            return;
        }

        if (level > 0 && left >= box.Left && right <= (long)box.Left + box.Width && top >= box.Top && bottom <= (long)box.Top + box.Height)
        {
            squares.Add(square);
            return;
        }

        for (var quarter = code * 4; level < _finest && quarter < (code * 4) + 4; quarter++)
        {
            var next = quarter == (code * 4) + 3 ? end : finest.Find((quarter + 1UL) << (2 * (_finest - level - 1)), first, end);
            Visit(finest, new Square(level + 1, quarter, first, next), squares);
            first = next;
        }
    }

    /// <param name="Code">Its number at its level.</param>
    /// <param name="First">The first of its cells, at the finest level that is looked at.</param>
    /// <param name="End">The cell after its last.</param>
    private readonly record struct Square(int Level, uint Code, int First, int End);
}
