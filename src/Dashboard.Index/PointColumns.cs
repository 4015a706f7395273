using Dashboard.Domain.Places;
using Dashboard.Index.Files;

namespace Dashboard.Index;

/// <summary>
/// Every point that the map draws. The first of each row stands in columns that are aligned with the rows, so that a set
/// of rows is a set of them; the further ones of lines, areas and routes stand apart.
/// </summary>
internal sealed class PointColumns
{
    private PointColumns(PointList first, PointList further, int[] furtherRows, Bitmap placed) =>
        (First, Further, FurtherRows, Placed) = (first, further, furtherRows, placed);

    public static PointColumns Read(IndexReader reader) => new(PointList.Read(reader), PointList.Read(reader), reader.Array<int>(), Bitmap.Read(reader));

    public void Write(IndexWriter writer)
    {
        First.Write(writer);
        Further.Write(writer);
        writer.Array<int>(FurtherRows);
        Placed.Write(writer);
    }

    /// <summary>The rows that have a point on the map.</summary>
    public Bitmap Placed { get; }

    /// <summary>The first point of each row; of a row that has none, any.</summary>
    public PointList First { get; }

    /// <summary>All other points, by row.</summary>
    public PointList Further { get; }

    /// <summary>The rows of the further points, ascending.</summary>
    public int[] FurtherRows { get; }

    /// <summary>Which further points are of the rows from one up to, not with, another.</summary>
    public (int From, int To) FurtherOf(int fromRow, int toRow)
    {
        return (FirstOf(fromRow), FirstOf(toRow));

        int FirstOf(int row)
        {
            var (low, high) = (0, FurtherRows.Length);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                (low, high) = FurtherRows[middle] < row ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }

    /// <summary>The rows with a point in the box; null when no box is given.</summary>
    public Bitmap? Within(GeoBox? area)
    {
        if (area is not { } box)
        {
            return null;
        }

        var rows = First.Within(box, Placed.Length);
        rows.IntersectWith(Placed);
        foreach (var point in Further.Within(box, FurtherRows.Length).Rows())
        {
            rows.Set(FurtherRows[point]);
        }

        return rows;
    }

    /// <summary>Notes points in the order of reading.</summary>
    public sealed class Builder
    {
        private readonly List<GeoPoint?> _first = [];
        private readonly List<(int Read, GeoPoint Point)> _further = [];

        /// <param name="points">Of the incident that is read next.</param>
        public void Add(IReadOnlyList<GeoPoint> points)
        {
            for (var i = 1; i < points.Count; i++)
            {
                _further.Add((_first.Count, points[i]));
            }

            _first.Add(points.Count == 0 ? null : points[0]);
        }

        public PointColumns Build(RowOrder order)
        {
            var placed = new Bitmap(order.Count);
            for (var row = 0; row < order.Count; row++)
            {
                if (_first[order.ReadAs(row)] is not null)
                {
                    placed.Set(row);
                }
            }

            var rows = _further.Count == 0 ? [] : order.RowsAsRead();
            var further = _further.Select(point => (Row: rows[point.Read], point.Point)).OrderBy(point => point.Row).ToArray();
            return new(
                new PointList(order.Count, row => _first[order.ReadAs(row)].GetValueOrDefault()),
                new PointList(further.Length, i => further[i].Point),
                Array.ConvertAll(further, point => point.Row),
                placed);
        }
    }
}
