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
        (First, Further, FurtherRows, Placed, AreAllPlaced) = (first, further, furtherRows, placed, placed.Count() == placed.Length);

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

    /// <summary>Whether they are all rows.</summary>
    public bool AreAllPlaced { get; }

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

    /// <summary>How far away the rows are that have a point in a circle: each by its nearest point, by row.</summary>
    /// <param name="rows">Where to look.</param>
    public List<(int Row, double Metres)> Distances(Bitmap rows, Circle circle)
    {
        List<(int Row, double Metres)> distances = [];
        foreach (var row in rows.Rows())
        {
            var metres = Placed[row] ? circle.Centre.MetresTo(First.At(row)) : double.PositiveInfinity;
            var (from, to) = FurtherOf(row, row + 1);
            for (var further = from; further < to; further++)
            {
                metres = Math.Min(metres, circle.Centre.MetresTo(Further.At(further)));
            }

            if (metres <= circle.Metres)
            {
                distances.Add((row, metres));
            }
        }

        return distances;
    }

    /// <summary>Notes points in the order of reading.</summary>
    public sealed class Builder
    {
        private Noted<ulong> _first = new();
        private readonly List<int> _unplaced = [];
        private readonly List<(int Read, ulong Point, double Latitude)> _further = [];
        private readonly List<(int Read, double Latitude)> _polar = [];

        /// <param name="points">Of the incident that is read next.</param>
        public void Add(IReadOnlyList<GeoPoint> points)
        {
            var read = _first.Count;
            for (var i = 1; i < points.Count; i++)
            {
                _further.Add((read, Packed(points[i]), points[i].Latitude));
            }

            if (points.Count == 0)
            {
                _unplaced.Add(read);
                _first.Add(0);
                return;
            }

            _first.Add(Packed(points[0]));
            if (IsPolar(points[0].Latitude))
            {
                _polar.Add((read, points[0].Latitude));
            }
        }

        public PointColumns Build(Arrangement arrangement)
        {
            var rows = _further.Count + _unplaced.Count + _polar.Count == 0 ? [] : arrangement.RowsAsRead();
            var placed = Bitmap.Full(arrangement.Count);
            _unplaced.ForEach(read => placed.Unset(rows[read]));
            var further = _further.Select(point => (Row: rows[point.Read], point.Point, point.Latitude)).OrderBy(point => point.Row).ToArray();
            var first = new PointList(_first, arrangement.Reads, [.. _polar.Select(point => (rows[point.Read], point.Latitude))]);
            _first = new();
            return new(
                first,
                new PointList(Array.ConvertAll(further, point => point.Point), [.. further.Index().Where(point => IsPolar(point.Item.Latitude)).Select(point => (point.Index, point.Item.Latitude))]),
                Array.ConvertAll(further, point => point.Row),
                placed);
        }

        private static bool IsPolar(double latitude) => Math.Abs(latitude) > WorldPoint.ExactLatitude;

        private static ulong Packed(GeoPoint point)
        {
            var (x, y) = WorldPoint.Of(point);
            return ((ulong)x << WorldPoint.Bits) | y;
        }
    }
}
