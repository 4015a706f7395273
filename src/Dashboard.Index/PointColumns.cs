using Dashboard.Domain.Places;

namespace Dashboard.Index;

/// <summary>Every point that the map draws, with the row that it belongs to.</summary>
internal sealed class PointColumns
{
    private readonly GeoPoint[] _points;
    private readonly int[] _rows;
    private readonly WorldPoint[] _world;

    private PointColumns(GeoPoint[] points, int[] rows, int rowCount)
    {
        (_points, _rows, _world) = (points, rows, Array.ConvertAll(points, WorldPoint.Of));
        Placed = new Bitmap(rowCount);
        foreach (var row in rows)
        {
            Placed.Set(row);
        }
    }

    /// <summary>The rows that have a point on the map.</summary>
    public Bitmap Placed { get; }

    /// <summary>The row of each point.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>Where each point lies in the world of the map.</summary>
    public ReadOnlySpan<WorldPoint> World => _world;

    /// <summary>The rows with a point in the box; null when no box is given.</summary>
    public Bitmap? Within(GeoBox? area)
    {
        if (area is not { } box)
        {
            return null;
        }

        var rows = new Bitmap(Placed.Length);
        for (var i = 0; i < _points.Length; i++)
        {
            if (box.Contains(_points[i]))
            {
                rows.Set(_rows[i]);
            }
        }

        return rows;
    }

    /// <summary>Notes points in the order of reading.</summary>
    public sealed class Builder
    {
        private readonly List<GeoPoint> _points = [];
        private readonly List<int> _reads = [];

        /// <param name="read">Which incident they are of, counted as they are read.</param>
        public void Add(int read, IReadOnlyList<GeoPoint> points)
        {
            for (var i = 0; i < points.Count; i++)
            {
                _points.Add(points[i]);
                _reads.Add(read);
            }
        }

        public PointColumns Build(RowOrder order) => new([.. _points], [.. _reads.Select(order.RowOf)], order.Count);
    }
}
