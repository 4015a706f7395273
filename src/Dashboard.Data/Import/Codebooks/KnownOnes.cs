namespace Dashboard.Data.Import.Codebooks;

/// <summary>
/// What was made from a name already, so that rows share it. It forgets all of it when it grows beyond its bound: memory
/// stays flat however many names a file has.
/// </summary>
internal sealed class KnownOnes<TName, TThing>(Func<TName, TThing> make)
    where TName : notnull
{
    private const int Most = 50_000;

    private readonly Dictionary<TName, TThing> _known = [];

    public TThing this[TName name]
    {
        get
        {
            if (_known.TryGetValue(name, out var thing))
            {
                return thing;
            }

            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            return _known[name] = make(name);
        }
    }
}
