namespace Dashboard.Index.Tiles;

/// <summary>
/// Reads a box from a pyramid: halving the world again and again, what lies in the box is taken as a whole. Its cells are
/// read one by one at their own level, their times all at once at the level of the whole.
/// </summary>
internal sealed class PyramidBox(Pyramid pyramid, CellBox box, (int From, int To) bins)
{
    /// <summary>What a point counts: one, or as much less.</summary>
    private uint _weight;

    /// <param name="layers">As from <see cref="Pyramid.LayersOf"/>.</param>
    /// <param name="cells">Row × width + column of the box.</param>
    /// <param name="starts">By time bin.</param>
    public void AddTo(IReadOnlyList<(int Layer, bool IsTakenAway)> layers, uint[] cells, uint[] starts, CancellationToken stop)
    {
        if (bins.From == bins.To)
        {
            return;
        }

        foreach (var (layer, isTakenAway) in layers)
        {
            stop.ThrowIfCancellationRequested();
            var fine = pyramid.Layer(box.Level, layer);
            _weight = isTakenAway ? uint.MaxValue : 1;
            Visit(layer, fine, 0, 0, 0, fine.Codes.Length, cells, starts);
        }
    }

    /// <param name="level">Of the square that is looked at.</param>
    /// <param name="code">Its number at that level.</param>
    /// <param name="first">The first of its cells, at the level of the box.</param>
    /// <param name="end">The cell after its last.</param>
    private void Visit(int layer, PyramidLayer fine, int level, uint code, int first, int end, uint[] cells, uint[] starts)
    {
        var shift = box.Level - level;
        var (left, top) = ((long)Morton.Column(code) << shift, (long)Morton.Row(code) << shift);
        var (right, bottom) = (left + (1L << shift), top + (1L << shift));
        if (first == end || left >= (long)box.Left + box.Width || right <= box.Left || top >= (long)box.Top + box.Height || bottom <= box.Top)
        {
            return;
        }

        if (level > 0 && left >= box.Left && right <= (long)box.Left + box.Width && top >= box.Top && bottom <= (long)box.Top + box.Height)
        {
            AddCells(fine, first, end, cells);
            AddStarts(pyramid.Layer(level, layer), code, starts);
            return;
        }

        for (var quarter = code * 4; quarter < (code * 4) + 4; quarter++)
        {
            var next = quarter == (code * 4) + 3 ? end : fine.Find((quarter + 1UL) << (2 * (shift - 1)), first, end);
            Visit(layer, fine, level + 1, quarter, first, next, cells, starts);
            first = next;
        }
    }

    private void AddCells(PyramidLayer fine, int first, int end, uint[] cells)
    {
        for (var cell = first; cell < end; cell++)
        {
            var (column, row) = (Morton.Column(fine.Codes[cell]) - box.Left, Morton.Row(fine.Codes[cell]) - box.Top);
            cells[(row * box.Width) + column] += _weight * fine.Count(cell, bins.From, bins.To);
        }
    }

    private void AddStarts(PyramidLayer layer, uint code, uint[] starts)
    {
        var cell = layer.Find(code, 0, layer.Codes.Length);
        var (first, end) = (layer.Offsets[cell], layer.Offsets[cell + 1]);
        var entry = layer.FindBin(bins.From, first, end);
        for (var before = entry == first ? 0 : layer.Totals[entry - 1]; entry < end && layer.Bins[entry] < bins.To; entry++)
        {
            starts[layer.Bins[entry]] += _weight * (layer.Totals[entry] - before);
            before = layer.Totals[entry];
        }
    }
}
