using Dashboard.Domain.Incidents;

namespace Dashboard.Index.Claims;

/// <summary>The rows by a toll as it was known on a day: those whose toll was another one are put among the others.</summary>
/// <param name="then">The tolls that were other ones, by row.</param>
internal sealed class TollOrderOn(TollColumn tolls, IReadOnlyDictionary<int, Toll> then) : SortedColumn
{
    /// <inheritdoc/>
    public override IEnumerable<int> Rows(Bitmap some, int count, bool isDescending)
    {
        var (same, others) = (some.Copy(), new List<int>());
        foreach (var row in then.Keys)
        {
            if (some[row])
            {
                same.Unset(row);
                others.Add(row);
            }
        }

        others.Sort(Compare);
        return Merged(tolls.Order.Rows(same, count - others.Count, isDescending), others);

        int Compare(int one, int other)
        {
            var byToll = (KeyOf(one), KeyOf(other)) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                ({ } left, { } right) => isDescending ? right.CompareTo(left) : left.CompareTo(right),
            };
            return byToll != 0 ? byToll : one.CompareTo(other);
        }

        IEnumerable<int> Merged(IEnumerable<int> rows, List<int> between)
        {
            var next = 0;
            foreach (var row in rows)
            {
                for (; next < between.Count && Compare(between[next], row) < 0; next++)
                {
                    yield return between[next];
                }

                yield return row;
            }

            for (; next < between.Count; next++)
            {
                yield return between[next];
            }
        }
    }

    private TollKey? KeyOf(int row) => TollKey.Of(then.TryGetValue(row, out var toll) ? toll : tolls[row]);
}
