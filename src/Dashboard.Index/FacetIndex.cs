using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Index.Claims;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>A facet whose values stand side by side: kinds, countries, sources, statuses, datasets.</summary>
internal sealed class FacetIndex
{
    private readonly Dictionary<string, int> _numbers;
    private readonly string[] _names;
    private readonly string[] _labels;
    private readonly Postings _postings;
    private readonly Ranking _ranking;

    public FacetIndex(FacetValues values, Arrangement arrangement, Bitmap leads, Func<string, string> labelOf)
        : this([.. values.Names], [.. values.Names.Select(labelOf)], values.Build(arrangement), leads)
    {
    }

    private FacetIndex(string[] names, string[] labels, Postings postings, Bitmap leads)
    {
        (_names, _labels, _postings) = (names, labels, postings);
        _numbers = names.Index().ToDictionary(name => name.Item, name => name.Index);
        _ranking = new Ranking(_postings, _names.Length, leads, ByLabel);
    }

    public static FacetIndex Read(IndexReader reader, Bitmap leads) => new(reader.Texts(), reader.Texts(), Postings.Read(reader), leads);

    public void Write(IndexWriter writer)
    {
        writer.Texts(_names);
        writer.Texts(_labels);
        _postings.Write(writer);
    }

    /// <summary>Every value there is.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Those of the rows that have a value, ascending.</summary>
    /// <param name="value">One that there is.</param>
    public IEnumerable<int> RowsWith(string value, Bitmap rows) => _postings.RowsWith(_numbers[value], rows);

    /// <summary>The number of a value; null where there is no such value.</summary>
    public int? NumberOf(string value) => _numbers.TryGetValue(value, out var number) ? number : null;

    /// <summary>What a value is called on screen; null where there is no such value.</summary>
    public string? LabelOf(string value) => _numbers.TryGetValue(value, out var number) ? _labels[number] : null;

    /// <summary>How many rows have a value.</summary>
    public int CountOf(int value) => _postings.Count(value);

    /// <summary>How many of some rows have a value.</summary>
    public int CountWith(int value, Bitmap rows) => _postings.CountWith(value, rows);

    /// <summary>The rows with any of some values.</summary>
    public Bitmap RowsOf(IEnumerable<int> values) => _postings.Any(values);

    /// <summary>The rows with any of the values; null when none is asked for. A value that nothing has finds nothing.</summary>
    /// <param name="changes">Where rows are other ones on the day that is asked about.</param>
    public Bitmap? Any(IReadOnlyCollection<string> values, FacetChanges? changes = null)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var numbers = Known(values);
        if (changes is null)
        {
            return _postings.Any(numbers);
        }

        var any = _postings.Any(numbers.Where(value => !changes.IsGone(value) && !changes.IsChanged(value)));
        foreach (var value in numbers.Where(value => !changes.IsGone(value) && changes.IsChanged(value)))
        {
            var rows = _postings.Any([value]);
            changes.Apply(value, rows);
            any.UnionWith(rows);
        }

        return any;
    }

    /// <summary>For every option that is listed, how many of the given rows have it; and how many options are not listed.</summary>
    /// <param name="chosen">Listed in any case.</param>
    /// <param name="changes">As for <see cref="Any"/>.</param>
    public (ValueList<OptionCount> Options, int LeftOut) Count(Bitmap rows, LeadView leads, IReadOnlyCollection<string> chosen, FacetChanges? changes = null)
    {
        var (options, leftOut) = _ranking.Listed(leads, Known(chosen));
        var differences = changes?.Differences(_names.Length, rows);
        return (Count(options, option => changes?.IsGone(option) is true ? 0 : _postings.CountWith(option, rows) + (differences?[option] ?? 0)), leftOut);
    }

    /// <summary>For every option there is, how many of the given rows have it.</summary>
    public ValueList<OptionCount> CountAll(Bitmap rows, LeadView leads) => Count(_ranking.All(leads), option => _postings.CountWith(option, rows));

    private ValueList<OptionCount> Count(IReadOnlyList<int> options, Func<int, int> countOf) => options
        .Select(option => new OptionCount(_names[option], _labels[option], countOf(option)))
        .ToValueList();

    private HashSet<int> Known(IEnumerable<string> values) => [.. values.Where(_numbers.ContainsKey).Select(value => _numbers[value])];

    private int ByLabel(int one, int other)
    {
        var byLabel = StringComparer.OrdinalIgnoreCase.Compare(_labels[one], _labels[other]);
        return byLabel != 0 ? byLabel : string.CompareOrdinal(_names[one], _names[other]);
    }
}
