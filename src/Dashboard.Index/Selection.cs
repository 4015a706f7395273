using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>What each facet of one query leaves, so that a view can be filtered by every facet but its own.</summary>
/// <param name="asked">The rows that are asked about at all: incidents, leads, or both.</param>
internal sealed class Selection(Bitmap asked)
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

    /// <summary>The rows that every facet leaves.</summary>
    public Bitmap Rows() => RowsOf(asked, without: null);

    /// <summary>The rows that every facet leaves but one.</summary>
    public Bitmap Rows(Facet without) => RowsOf(asked, without);

    /// <summary>Of other rows than those that are asked about, the ones that every facet leaves.</summary>
    public Bitmap RowsOf(Bitmap others) => RowsOf(others, without: null);

    private Bitmap RowsOf(Bitmap some, Facet? without)
    {
        var rows = some.Copy();
        foreach (var (_, left) in _rows.Where(pair => pair.Key != without))
        {
            rows.IntersectWith(left);
        }

        return rows;
    }
}
