using Dashboard.Domain;

namespace Dashboard.Index;

/// <summary>A facet whose values stand side by side: kinds, countries, sources, statuses, datasets.</summary>
internal sealed class FacetIndex
{
    private readonly RowsByValue _rows;
    private readonly Option[] _options;

    public FacetIndex(IReadOnlyList<Entry> entries, Func<Entry, IEnumerable<string>> valuesOf, Func<string, string> labelOf)
    {
        _rows = new RowsByValue(entries, valuesOf);
        _options = [.. Option.InOrder(_rows.Values.Select(value => new Option(value, labelOf(value), _rows.Of(value))))];
    }

    /// <inheritdoc cref="RowsByValue.Any"/>
    public Bitmap? Any(IReadOnlyCollection<string> values) => _rows.Any(values);

    /// <summary>For every option, how many of the given rows have it.</summary>
    public ValueList<OptionCount> Count(Bitmap rows) =>
        _options.Select(option => new OptionCount(option.Value, option.Label, option.Rows.CountWith(rows))).ToValueList();
}
