using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>
/// The options of a facet in their order on screen: the fullest first. What is full depends on whether leads are asked
/// for, and on nothing else, so that the order does not move while a person filters.
/// </summary>
/// <param name="tieBreak">Orders two options that are equally full.</param>
internal sealed class Ranking(Postings postings, int values, Bitmap leads, Comparison<int> tieBreak)
{
    private readonly Lazy<Order>[] _orders = [.. Enum.GetValues<LeadView>().Select(view => new Lazy<Order>(() => OrderFor(view, postings, values, leads, tieBreak)))];

    /// <summary>
    /// What is listed, in order: the commonest options and the chosen ones. An option that nothing has is listed only when
    /// it is chosen.
    /// </summary>
    /// <returns>With it, how many are not listed of those that anything has.</returns>
    public (IReadOnlyList<int> Options, int LeftOut) Listed(LeadView view, IReadOnlySet<int> chosen)
    {
        var (options, present) = _orders[(int)view].Value;
        var commonest = Math.Min(present, FacetCounts.MostOptions);
        var listed = options.Take(commonest).Concat(chosen.Count == 0 ? [] : options.Skip(commonest).Where(chosen.Contains)).ToArray();
        var further = chosen.Count == 0 ? 0 : options.Take(commonest..present).Count(chosen.Contains);
        return (listed, present - commonest - further);
    }

    /// <summary>Every option, those that nothing has last.</summary>
    public IReadOnlyList<int> All(LeadView view) => _orders[(int)view].Value.Options;

    private static Order OrderFor(LeadView view, Postings postings, int values, Bitmap leads, Comparison<int> tieBreak)
    {
        var totals = new int[values];
        for (var value = 0; value < values; value++)
        {
            var inLeads = view == LeadView.Shown ? 0 : postings.CountWith(value, leads);
            totals[value] = view == LeadView.Only ? inLeads : postings.Count(value) - inLeads;
        }

        var options = Enumerable.Range(0, values).ToArray();
        Array.Sort(options, (one, other) => totals[one] != totals[other] ? totals[other].CompareTo(totals[one]) : tieBreak(one, other));
        return new Order(options, totals.Count(total => total > 0));
    }

    private sealed record Order(int[] Options, int Present);
}
