using Dashboard.Domain.Incidents;

namespace Dashboard.Index;

/// <summary>What the list is sorted by, noted in the order of reading: equal keys once, each row only which one it has.</summary>
internal abstract class SortKeys
{
    private const int None = -1;

    private readonly Noted<int> _keys = new();

    public RankedColumn Build(Arrangement arrangement)
    {
        var (ranks, keys) = (Ranks(), _keys.ToArray());
        for (var read = 0; read < keys.Length; read++)
        {
            keys[read] = keys[read] is var key and not None ? ranks[key] + 1 : RankedColumn.Unknown;
        }

        return new RankedColumn(new PackedColumn(arrangement.Arrange(keys)));
    }

    /// <summary>The rank of each key.</summary>
    protected abstract int[] Ranks();

    protected void Note(int? key) => _keys.Add(key ?? None);
}

/// <summary>Texts to sort by; capitals make no difference.</summary>
internal sealed class TextKeys : SortKeys
{
    private readonly TextNumbers _texts = new();

    public void Add(string? text) => Note(text is null ? null : _texts.Of(text));

    protected override int[] Ranks() => _texts.Ranks(isFolded: true);
}

/// <summary>Tolls to sort by: the best estimate; where there is none, the highest or else the lowest that is claimed.</summary>
internal sealed class TollKeys : SortKeys
{
    private readonly Dictionary<(int Best, int High, int Low), int> _amounts = [];

    public void Add(Toll toll) => Note((toll.Best ?? toll.High ?? toll.Low) is { } best ? KeyOf((best, toll.High ?? best, toll.Low ?? best)) : null);

    protected override int[] Ranks()
    {
        var ranks = new int[_amounts.Count];
        foreach (var (rank, key) in _amounts.OrderBy(amount => amount.Key).Select(amount => amount.Value).Index())
        {
            ranks[key] = rank;
        }

        return ranks;
    }

    private int KeyOf((int Best, int High, int Low) amount)
    {
        if (!_amounts.TryGetValue(amount, out var key))
        {
            _amounts[amount] = key = _amounts.Count;
        }

        return key;
    }
}
