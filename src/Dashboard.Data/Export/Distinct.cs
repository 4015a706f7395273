namespace Dashboard.Data.Export;

/// <summary>What is met, each once, in the order in which it is met. Mostly it is so little that looking through it is quickest.</summary>
internal sealed class Distinct<T>
    where T : notnull
{
    private const int Few = 16;

    private readonly List<T> _items = [];
    private readonly HashSet<T> _many = [];

    public IReadOnlyList<T> Items => _items;

    /// <returns>True when it was not met before.</returns>
    public bool Add(T item)
    {
        if (_items.Count < Few ? _items.Contains(item) : !_many.Add(item))
        {
            return false;
        }

        _items.Add(item);
        if (_items.Count == Few)
        {
            _many.UnionWith(_items);
        }

        return true;
    }

    public void Clear()
    {
        _items.Clear();
        _many.Clear();
    }
}
