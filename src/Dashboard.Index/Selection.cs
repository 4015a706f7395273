using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>What each facet of one query leaves, so that a view can be filtered by every facet but its own.</summary>
/// <param name="query">What is asked.</param>
/// <param name="asked">The rows that are asked about at all: incidents, leads, or both.</param>
internal sealed class Selection(IncidentQuery query, Bitmap asked, Strata strata)
{
    private readonly Dictionary<Facet, Bitmap> _rows = [];
    private Bitmap? _left;

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
    public Bitmap Rows() => _left ??= Marked(RowsOf(asked, without: null), query);

    /// <summary>The same, to be read only: the facet's own set where no other asks for anything.</summary>
    public Bitmap Left() => _rows.Count == 1 && _rows.Values.First() is var only && only.IsWithin(asked) ? only : Rows();

    /// <summary>The rows that every facet leaves but one.</summary>
    public Bitmap Rows(Facet without) => _rows.ContainsKey(without) ? Marked(RowsOf(asked, without), query.Without(without), without) : Rows();

    /// <summary>Of other rows than those that are asked about, the ones that every facet leaves.</summary>
    public Bitmap RowsOf(Bitmap others) => RowsOf(others, without: null);

    /// <summary>What asks for kinds and datasets alone is whole strata.</summary>
    private Bitmap Marked(Bitmap rows, IncidentQuery question, Facet? without = null)
    {
        rows.Whole = _rows.Keys.All(facet => facet == without || facet is Facet.Kind or Facet.Dataset) ? new WholeStrata(strata, strata.AskedBy(question)) : null;
        return rows;
    }

    private Bitmap RowsOf(Bitmap some, Facet? without) =>
        Bitmap.InAll([.. _rows.Where(pair => pair.Key != without).Select(pair => pair.Value), some]);
}
