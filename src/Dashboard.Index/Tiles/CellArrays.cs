namespace Dashboard.Index.Tiles;

/// <summary>
/// A few arrays of counts that were used before, to be used again: one for a picture is large enough that getting new memory
/// for it takes longer than many an answer.
/// </summary>
internal static class CellArrays
{
    private const int MostKept = 4;

    /// <summary>Longer ones are rare, and not kept.</summary>
    private const int Longest = 1 << 18;

    private static readonly Lock _lock = new();
    private static readonly List<uint[]> _kept = [];

    /// <summary>One of this length with nothing in it.</summary>
    public static uint[] Rent(int length)
    {
        if (Take(length) is not { } cells)
        {
            return new uint[length];
        }

        Array.Clear(cells);
        return cells;
    }

    /// <summary>Nobody may use it from now on.</summary>
    public static void Return(uint[] cells)
    {
        if (cells.Length > Longest)
        {
            return;
        }

        lock (_lock)
        {
            if (_kept.Count == MostKept)
            {
                _kept.RemoveAt(0);
            }

            _kept.Add(cells);
        }
    }

    private static uint[]? Take(int length)
    {
        lock (_lock)
        {
            var found = _kept.FindLastIndex(cells => cells.Length == length);
            if (found < 0)
            {
                return null;
            }

            var cells = _kept[found];
            _kept.RemoveAt(found);
            return cells;
        }
    }
}
