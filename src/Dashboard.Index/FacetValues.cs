namespace Dashboard.Index;

/// <summary>The values that incidents have in one facet, noted in the order of reading: each value once, as a number from 0 on.</summary>
internal sealed class FacetValues
{
    private readonly TextNumbers _numbers = new();
    private readonly Noted<int> _noted = new();
    private readonly Noted<int> _ends = new();
    private string? _last;
    private int _lastNumber;

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
        var number = Note(value);
        EndIncident();
        return number;
    }

    /// <summary>A value of the incident that is read next; <see cref="EndIncident"/> is told after the last.</summary>
    /// <returns>The number of the value.</returns>
    public int Note(string value)
    {
        if (value != _last)
        {
            (_last, _lastNumber) = (value, Number(value));
        }

        _noted.Add(_lastNumber);
        return _lastNumber;
    }

    public void EndIncident() => _ends.Add(_noted.Count);

    /// <summary>All values that were noted, in the order of reading, and for each incident where its own end.</summary>
    public (int[] Values, int[] Ends) AsRead() => (_noted.ToArray(), _ends.ToArray());

    /// <summary>The number of a value, which need not be any incident's.</summary>
    public int Number(string value) => _numbers.Of(value);

    /// <summary>Which rows have which value.</summary>
    /// <param name="with">For each value those that every row that has it has: itself and others. Null when each has itself alone.</param>
    public Postings Build(Arrangement arrangement, int[][]? with = null)
    {
        var postings = new Postings.Builder(_numbers.Count, arrangement.Count);
        var (noted, ends) = (_noted.ToArray(), _ends.ToArray());
        for (int read = 0, at = 0; read < ends.Length; read++)
        {
            for (; at < ends[read]; at++)
            {
                foreach (var value in with is null ? noted.AsSpan(at, 1) : with[noted[at]])
                {
                    postings.Count(read, value);
                }
            }
        }

        postings.EndPass();
        (noted, ends) = arrangement.Arrange(noted, ends);
        for (int row = 0, at = 0; row < ends.Length; row++)
        {
            for (; at < ends[row]; at++)
            {
                foreach (var value in with is null ? noted.AsSpan(at, 1) : with[noted[at]])
                {
                    postings.Note(row, value);
                }
            }
        }

        return postings.Build();
    }
}
