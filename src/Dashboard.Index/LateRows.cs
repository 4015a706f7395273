namespace Dashboard.Index;

/// <summary>Of rows that start before an instant, in any order, those that are not over at it.</summary>
/// <param name="firstShort">The first row that is not over at it even where it is short.</param>
internal readonly struct LateRows(AscendingColumn starts, LengthColumn lengths, long ticks, int firstShort)
{
    /// <summary>False for most that are over: told by less than their times.</summary>
    public bool MayHave(int row) => row >= firstShort || lengths.IsLong[row];

    public bool Has(int row) => starts[row] + lengths[row] > ticks;
}
