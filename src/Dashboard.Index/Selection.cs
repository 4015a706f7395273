using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>What each facet of one query leaves, so that a view can be filtered by every facet but its own.</summary>
internal sealed class Selection(int rowCount)
{
    private readonly Dictionary<Facet, Bitmap> _rows = [];

    /// <summary>What the facet leaves; null when it asks nothing.</summary>
    public Bitmap? this[Facet facet]
    {
        set
        {
            if (value is not null)
            {
                _rows[facet] = value;
            }
        }
    }

    /// <summary>The rows that every facet leaves, or every facet but one.</summary>
    public Bitmap Rows(Facet? without = null)
    {
        var rows = Bitmap.Full(rowCount);
        foreach (var (_, left) in _rows.Where(pair => pair.Key != without))
        {
            rows.IntersectWith(left);
        }

        return rows;
    }
}
