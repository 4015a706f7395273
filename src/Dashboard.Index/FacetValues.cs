namespace Dashboard.Index;

/// <summary>The values that incidents have in one facet, noted in the order of reading: each value once, as a number from 0 on.</summary>
internal sealed class FacetValues
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _names = [];
    private readonly List<int> _noted = [];
    private readonly List<int> _ends = [];

    /// <summary>The values by their numbers.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The values of the incident that is read next.</summary>
    public void Add(IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            _noted.Add(Number(values[i]));
        }

        _ends.Add(_noted.Count);
    }

    /// <inheritdoc cref="Add(IReadOnlyList{string})"/>
    public void Add(string value)
    {
        _noted.Add(Number(value));
        _ends.Add(_noted.Count);
    }

    /// <summary>The number of a value, which need not be any incident's.</summary>
    public int Number(string value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _names.Count;
            _names.Add(value);
        }

        return number;
    }

    /// <summary>Which rows have which value.</summary>
    /// <param name="parents">For each value the one above it, which every row that has the value has too; −1 for none. Null when none is above another.</param>
    public Postings Build(RowOrder order, int[]? parents = null)
    {
        var postings = new Postings.Builder(_names.Count, order.Count);
        for (var pass = 0; pass < Postings.Builder.Passes; pass++)
        {
            for (var row = 0; row < order.Count; row++)
            {
                var read = order.ReadAs(row);
                for (var i = read == 0 ? 0 : _ends[read - 1]; i < _ends[read]; i++)
                {
                    for (var value = _noted[i]; value >= 0; value = parents?[value] ?? -1)
                    {
                        postings.Add(row, value);
                    }
                }
            }

            postings.EndPass();
        }

        return postings.Build();
    }
}
