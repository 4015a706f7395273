using Dashboard.Index.Tiles;

namespace Dashboard.Index;

/// <param name="Kind">Its key.</param>
/// <param name="Dataset">Its slug.</param>
internal readonly record struct Stratum(string Kind, string Dataset, bool IsLead);

/// <summary>The strata of an index: each row is in one, with all the rows that share its kind and dataset and are leads as it is, or are not.</summary>
internal sealed class Strata(IReadOnlyList<Stratum> all, int[] ofRows)
{
    public IReadOnlyList<Stratum> All => all;

    /// <summary>Which stratum a row is in.</summary>
    public int Of(int row) => ofRows[row];

    /// <summary>The groups that the strata make, by key, incidents before leads.</summary>
    public StratumGroups GroupedBy(TileGroup by) => new(this, by);

    /// <summary>Notes strata in the order of reading.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<Stratum, int> _numbers = [];
        private readonly List<int> _noted = [];

        public void Add(string kind, string dataset, bool isLead)
        {
            var stratum = new Stratum(kind, dataset, isLead);
            if (!_numbers.TryGetValue(stratum, out var number))
            {
                _numbers[stratum] = number = _numbers.Count;
            }

            _noted.Add(number);
        }

        public Strata Build(RowOrder order) => new([.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)], order.Arrange(_noted));
    }
}

/// <summary>Which group each stratum is counted in.</summary>
internal sealed class StratumGroups
{
    private readonly int[] _ofStrata;

    public StratumGroups(Strata strata, TileGroup by)
    {
        var keys = strata.All.Select(stratum => new TileGroupKey(by == TileGroup.Kind ? stratum.Kind : stratum.Dataset, stratum.IsLead)).ToArray();
        Keys = [.. keys.Distinct().OrderBy(key => key.Key, StringComparer.Ordinal).ThenBy(key => key.IsLead)];
        _ofStrata = Array.ConvertAll(keys, key => Array.IndexOf(Keys, key));
    }

    public TileGroupKey[] Keys { get; }

    public int Of(int stratum) => _ofStrata[stratum];
}
