namespace Dashboard.Data.Import.Mapped;

/// <summary>What was made of a name, kept for the next row that has it; forgotten all at once when there is too much of it.</summary>
internal sealed class Remembered<TKey, T>(Func<TKey, T> make, int most = 20_000)
    where TKey : notnull
{
    private readonly Dictionary<TKey, T> _known = [];

    public T this[TKey key]
    {
        get
        {
            if (!_known.TryGetValue(key, out var known))
            {
                if (_known.Count >= most)
                {
                    _known.Clear();
                }

                _known.Add(key, known = make(key));
            }

            return known;
        }
    }
}
