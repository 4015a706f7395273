namespace Dashboard.Index.Claims;

/// <summary>Where the rows that have a value of a facet are other ones on a day.</summary>
/// <param name="gone">Values that no row has.</param>
internal sealed class FacetChanges(IReadOnlySet<int> gone)
{
    private readonly List<(int Value, int Row)> _removed = [];
    private readonly List<(int Value, int Row)> _added = [];
    private readonly HashSet<int> _changed = [];

    public void Remove(int value, int row)
    {
        _removed.Add((value, row));
        _changed.Add(value);
    }

    public void Add(int value, int row)
    {
        _added.Add((value, row));
        _changed.Add(value);
    }

    public bool IsGone(int value) => gone.Contains(value);

    /// <summary>True where some rows have the value that do not always, or the other way round.</summary>
    public bool IsChanged(int value) => _changed.Contains(value);

    /// <summary>Makes the rows that always have a value those that have it on the day.</summary>
    public void Apply(int value, Bitmap rows)
    {
        foreach (var (_, row) in _removed.Where(pair => pair.Value == value))
        {
            rows.Unset(row);
        }

        foreach (var (_, row) in _added.Where(pair => pair.Value == value))
        {
            rows.Set(row);
        }
    }

    /// <summary>For each value how many more of some rows have it on the day than always; what is gone is not told.</summary>
    /// <param name="values">How many there are.</param>
    public int[] Differences(int values, Bitmap rows)
    {
        var differences = new int[values];
        foreach (var (value, row) in _removed)
        {
            differences[value] -= rows.Bit(row);
        }

        foreach (var (value, row) in _added)
        {
            differences[value] += rows.Bit(row);
        }

        return differences;
    }
}
