using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>
/// The rows in each order of the list, made when first asked for. What is not known comes last in both directions, and
/// what is equal stays by start, then slug: the order of rows.
/// </summary>
internal sealed class SortedRows
{
    private readonly Dictionary<(SortOrder Sort, bool IsDescending), Lazy<int[]>> _orders = [];

    public SortedRows(IReadOnlyList<Entry> entries)
    {
        Add(SortOrder.Time, Array.ConvertAll([.. entries], entry => entry.Incident.Occurrence?.Start), Comparer<DateTimeOffset?>.Default);
        Add(SortOrder.Title, [.. entries.Select(entry => entry.Incident.Title)], StringComparer.OrdinalIgnoreCase);
        Add(SortOrder.Kind, [.. entries.Select(entry => entry.Incident.Kind.Key)], StringComparer.Ordinal);
        Add(SortOrder.Place, [.. entries.Select(entry => entry.Places.FirstOrDefault()?.Name)], StringComparer.OrdinalIgnoreCase);
        Add(SortOrder.Killed, [.. entries.Select(entry => Amount(entry.Incident.Killed.Toll))], Comparer<(int, int, int)?>.Default);
        Add(SortOrder.Injured, [.. entries.Select(entry => Amount(entry.Incident.Injured.Toll))], Comparer<(int, int, int)?>.Default);
    }

    public IReadOnlyList<int> By(SortOrder sort, bool isDescending) => _orders[(sort, isDescending)].Value;

    private void Add<TKey>(SortOrder sort, TKey?[] keys, IComparer<TKey> comparer)
    {
        _orders[(sort, false)] = new(() => [.. KnownFirst(keys).ThenBy(row => keys[row]!, comparer)]);
        _orders[(sort, true)] = new(() => [.. KnownFirst(keys).ThenByDescending(row => keys[row]!, comparer)]);
    }

    private static IOrderedEnumerable<int> KnownFirst<TKey>(TKey?[] keys) => Enumerable.Range(0, keys.Length).OrderBy(row => keys[row] is null);

    /// <summary>A toll as a number to sort by: the best estimate; where there is none, the highest or else the lowest that is claimed.</summary>
    private static (int Best, int High, int Low)? Amount(Toll toll) =>
        (toll.Best ?? toll.High ?? toll.Low) is { } best ? (best, toll.High ?? best, toll.Low ?? best) : null;
}
