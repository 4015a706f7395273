namespace Dashboard.Index;

/// <summary>The values that incidents have in one facet, noted in the order of reading: each value once, as a number from 0 on.</summary>
internal sealed class FacetValues
{
    private readonly TextNumbers _numbers = new();
    private readonly Noted<int> _noted = new();
    private readonly Noted<int> _ends = new();

    /// <summary>The values by their numbers.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, _numbers.Count).Select(number => _numbers[number]);

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
    /// <returns>The number of the value.</returns>
    public int Add(string value)
    {
        var number = Number(value);
        _noted.Add(number);
        _ends.Add(_noted.Count);
        return number;
    }

    /// <summary>The number of a value, which need not be any incident's.</summary>
    public int Number(string value) => _numbers.Of(value);

    /// <summary>Which rows have which value.</summary>
    /// <param name="parents">For each value the one above it, which every row that has the value has too; −1 for none. Null when none is above another.</param>
    public Postings Build(Arrangement arrangement, int[]? parents = null)
    {
        var postings = new Postings.Builder(_numbers.Count, arrangement.Count);
        var (noted, ends) = (_noted.ToArray(), _ends.ToArray());
        for (var read = 0; read < ends.Length; read++)
        {
            Tell(noted.AsSpan((read == 0 ? 0 : ends[read - 1])..ends[read]), read, parents, postings);
        }

        postings.EndPass();
        for (var row = 0; row < ends.Length; row++)
        {
            var read = arrangement.Reads[row];
            Tell(noted.AsSpan((read == 0 ? 0 : ends[read - 1])..ends[read]), row, parents, postings);
        }

        return postings.Build();
    }

    private static void Tell(ReadOnlySpan<int> values, int row, int[]? parents, Postings.Builder postings)
    {
        foreach (var noted in values)
        {
            for (var value = noted; value >= 0; value = parents is null ? -1 : parents[value])
            {
                postings.Add(row, value);
            }
        }
    }
}
