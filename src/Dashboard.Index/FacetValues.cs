namespace Dashboard.Index;

/// <summary>The values that incidents have in one facet, noted in the order of reading: each value once, as a number from 0 on.</summary>
internal sealed class FacetValues
{
    private readonly TextNumbers _numbers = new();
    private readonly NotedNumbers _noted = new();
    private readonly NotedNumbers _ends = new();
    private string? _last;
    private int _lastNumber;
    private bool _isOneEach = true;

    /// <summary>The values by their numbers.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, _numbers.Count).Select(number => _numbers[number]);

    /// <summary>The values of the incident that is read next.</summary>
    public void Add(IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            _noted.Add(Number(values[i]));
        }

        EndIncident();
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

    public void EndIncident()
    {
        _ends.Add(_noted.Count);
        _isOneEach &= _noted.Count == _ends.Count;
    }

    /// <summary>All values that were noted, in the order of reading.</summary>
    public NotedNumbers Noted => _noted;

    /// <summary>For each incident where its values end in <see cref="Noted"/>, and those of the next one begin.</summary>
    public NotedNumbers Ends => _ends;

    /// <summary>The number of a value, which need not be any incident's.</summary>
    public int Number(string value) => _numbers.OfShared(value);

    /// <summary>Which rows have which value.</summary>
    /// <param name="with">For each value those that every row that has it has: itself and others. Null when each has itself alone.</param>
    public Postings Build(Arrangement arrangement, int[][]? with = null)
    {
        if (with is null && _numbers.Count == 1 && _isOneEach)
        {
            return Postings.OfAll(arrangement.Count);
        }

        var postings = new Postings.Builder(_numbers.Count, arrangement.Count);
        TellAll(with, arrangement.RowsAsRead(), postings.Count);
        postings.EndPass();
        TellAll(with, arrangement.RowsAsRead(), postings.Note);
        return postings.Build();
    }

    /// <summary>Tells the rows, in the order of reading, with their values.</summary>
    private void TellAll(int[][]? with, int[] rows, Action<int, int> tell)
    {
        var (noted, ends) = (new NotedNumbers.Reader(_noted), new NotedNumbers.Reader(_ends));
        for (int read = 0, at = 0; read < rows.Length; read++)
        {
            for (var end = (int)ends.Next(); at < end; at++)
            {
                var value = (int)noted.Next();
                if (with is null)
                {
                    tell(rows[read], value);
                    continue;
                }

                foreach (var also in with[value])
                {
                    tell(rows[read], also);
                }
            }
        }
    }
}
