using System.Numerics;

namespace Dashboard.Index;

/// <summary>
/// Where the numbers of an ascending column begin, by their upper bits: what is searched for is found there, or lies between
/// two places that are near each other.
/// </summary>
internal sealed class FirstPlaces
{
    private const int MostBits = 16;

    /// <summary>For so many numbers there is one place, at least.</summary>
    private const int NumbersForOne = 64;

    private readonly PackedColumn _ascending;
    private readonly int _shift;

    /// <summary>For each value of the upper bits where it or a higher one is first; and where the numbers end.</summary>
    private readonly int[] _places;

    /// <param name="highest">The last of the numbers.</param>
    public FirstPlaces(PackedColumn ascending, uint highest)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)(ascending.Count / NumbersForOne) | 1), 0, MostBits);
        (_ascending, _shift) = (ascending, Math.Max(0, BitOperations.Log2(highest | 1) + 1 - bits));
        _places = new int[(highest >> _shift) + 2];
        for (var upper = 1; upper < _places.Length - 1; upper++)
        {
            _places[upper] = Gallop((uint)upper << _shift, _places[upper - 1]);
        }

        _places[^1] = ascending.Count;
    }

    /// <summary>Where the first is that is not lower.</summary>
    /// <param name="number">Not higher than the highest.</param>
    public int AtOrAfter(uint number)
    {
        var upper = number >> _shift;
        return number == upper << _shift ? _places[upper] : Search(number, _places[upper], _places[upper + 1]);
    }

    private int Gallop(uint number, int from)
    {
        var step = 1;
        for (; from + step <= _ascending.Count && _ascending[from + step - 1] < number; step *= 2)
        {
            from += step;
        }

        return Search(number, from, Math.Min(_ascending.Count, from + step));
    }

    private int Search(uint number, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _ascending[middle] < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
