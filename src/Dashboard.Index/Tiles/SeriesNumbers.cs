namespace Dashboard.Index.Tiles;

/// <summary>Numbers the series of a tile, one for each cell and group. Where there could be very many, only those that occur get one.</summary>
/// <param name="cells">How many cells there are.</param>
internal sealed class SeriesNumbers(ulong cells, int groups)
{
    private const ulong Many = 1 << 22;

    private readonly Dictionary<ulong, uint> _numbers = [];
    private readonly List<ulong> _occurring = [];

    /// <summary>True when numbers follow cells, and within a cell groups.</summary>
    public bool IsOrdered { get; } = cells * (ulong)Math.Max(1, groups) <= Many;

    /// <summary>Numbers are lower than this, mostly.</summary>
    public int Expected => IsOrdered ? (int)(cells * (ulong)groups) : 1 << 16;

    public uint Of(uint cell, int group)
    {
        var number = ((ulong)cell * (ulong)groups) + (ulong)group;
        return IsOrdered ? (uint)number : Occurring(number);
    }

    public (uint Cell, int Group) Parts(uint series)
    {
        var number = IsOrdered ? series : _occurring[(int)series];
        return ((uint)(number / (ulong)groups), (int)(number % (ulong)groups));
    }

    private uint Occurring(ulong number)
    {
        if (!_numbers.TryGetValue(number, out var series))
        {
            _numbers[number] = series = (uint)_occurring.Count;
            _occurring.Add(number);
        }

        return series;
    }
}
