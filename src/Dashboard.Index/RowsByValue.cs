namespace Dashboard.Index;

/// <summary>For each value of a facet, the rows that have it.</summary>
internal sealed class RowsByValue
{
    private readonly int _rowCount;
    private readonly Dictionary<string, Bitmap> _rows = [];

    public RowsByValue(IReadOnlyList<Entry> entries, Func<Entry, IEnumerable<string>> valuesOf)
    {
        _rowCount = entries.Count;
        for (var row = 0; row < entries.Count; row++)
        {
            foreach (var value in valuesOf(entries[row]))
            {
                Of(value).Set(row);
            }
        }
    }

    public IEnumerable<string> Values => _rows.Keys;

    /// <summary>The rows of one value, to read or, while the index is built, to fill.</summary>
    public Bitmap Of(string value)
    {
        if (!_rows.TryGetValue(value, out var rows))
        {
            _rows[value] = rows = new Bitmap(_rowCount);
        }

        return rows;
    }

    /// <summary>The rows with any of the values; null when none is asked for. A value that nothing has finds nothing.</summary>
    public Bitmap? Any(IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var any = new Bitmap(_rowCount);
        foreach (var value in values)
        {
            if (_rows.TryGetValue(value, out var rows))
            {
                any.UnionWith(rows);
            }
        }

        return any;
    }
}
