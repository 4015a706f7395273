namespace Dashboard.Index;

/// <summary>The rows by the key of their kind.</summary>
internal sealed class KindOrder(FacetIndex kinds) : SortedColumn
{
    /// <inheritdoc/>
    public override IEnumerable<int> Rows(Bitmap some, int count, bool isDescending)
    {
        var keys = kinds.Names.Order(StringComparer.Ordinal);
        return (isDescending ? keys.Reverse() : keys).SelectMany(kind => kinds.RowsWith(kind, some));
    }
}
