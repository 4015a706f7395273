namespace Dashboard.Index;

/// <summary>
/// The rows in one order of the list. What is not known comes last in both directions, and what is equal stays in the
/// order of rows: by start, then slug.
/// </summary>
internal abstract class SortedColumn
{
    /// <summary>Some of the rows, in the order asked for.</summary>
    /// <param name="count">How many they are.</param>
    public abstract IEnumerable<int> Rows(Bitmap some, int count, bool isDescending);
}
