using System.Runtime.InteropServices;

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
    /// <returns>The number of the value.</returns>
    public int Add(string value)
    {
        var number = Number(value);
        _noted.Add(number);
        _ends.Add(_noted.Count);
        return number;
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

    /// <summary>The rows by their value, where each has one.</summary>
    public SortedColumn Sorted(RowOrder order)
    {
        var texts = new TextPool();
        _names.ForEach(texts.Append);
        var ranks = texts.Ranks();
        return new SortedColumn(new PackedColumn(order.Count, (uint)ranks.Length, row => (uint)ranks[_noted[order.ReadAs(row)]] + 1));
    }

    /// <summary>Which rows have which value.</summary>
    /// <param name="parents">For each value the one above it, which every row that has the value has too; −1 for none. Null when none is above another.</param>
    public Postings Build(RowOrder order, int[]? parents = null)
    {
        var postings = new Postings.Builder(_names.Count, order.Count);
        var noted = CollectionsMarshal.AsSpan(_noted);
        var ends = CollectionsMarshal.AsSpan(_ends);
        for (var read = 0; read < ends.Length; read++)
        {
            Tell(noted[(read == 0 ? 0 : ends[read - 1])..ends[read]], read, parents, postings);
        }

        postings.EndPass();
        for (var row = 0; row < ends.Length; row++)
        {
            var read = order.ReadAs(row);
            Tell(noted[(read == 0 ? 0 : ends[read - 1])..ends[read]], row, parents, postings);
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
