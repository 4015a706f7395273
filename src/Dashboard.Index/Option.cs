namespace Dashboard.Index;

/// <summary>One value of a facet: its name on screen and the rows that have it.</summary>
internal sealed record Option(string Value, string Label, Bitmap Rows)
{
    /// <summary>How many rows have it in the whole index, whatever is asked.</summary>
    public int Total { get; } = Rows.Count();

    /// <summary>
    /// The options that any incident has, in their order on screen: the fullest first. The order does not move while a
    /// person filters.
    /// </summary>
    public static IEnumerable<Option> InOrder(IEnumerable<Option> options) => options
        .Where(option => option.Total > 0)
        .OrderByDescending(option => option.Total)
        .ThenBy(option => option.Label, StringComparer.OrdinalIgnoreCase)
        .ThenBy(option => option.Value, StringComparer.Ordinal);
}
