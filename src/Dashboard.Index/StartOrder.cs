namespace Dashboard.Index;

/// <summary>The rows by start: as they stand, or each run of equal starts from the last to the first.</summary>
internal sealed class StartOrder(TimeColumns times) : SortedColumn
{
    /// <inheritdoc/>
    public override IEnumerable<int> Rows(Bitmap some, int count, bool isDescending) => isDescending ? Descending(some) : some.Rows();

    private IEnumerable<int> Descending(Bitmap some)
    {
        for (int to = times.DatedCount, from; to > 0; to = from)
        {
            from = times.FirstRowAt(times.StartOf(to - 1));
            foreach (var row in some.Rows(from, to))
            {
                yield return row;
            }
        }

        foreach (var row in some.Rows(times.DatedCount, some.Length))
        {
            yield return row;
        }
    }
}
