using Dashboard.Domain.Places;

namespace Dashboard.Index;

/// <summary>Every point that the map draws, with the row that it belongs to.</summary>
internal sealed class PointColumns
{
    private readonly GeoPoint[] _points;
    private readonly int[] _rows;

    public PointColumns(IReadOnlyList<Entry> entries)
    {
        var drawn = entries
            .SelectMany((entry, row) => (entry.Incident.Geometry?.DrawnPoints ?? []).Select(point => (point, row)))
            .ToArray();
        _points = Array.ConvertAll(drawn, pair => pair.point);
        _rows = Array.ConvertAll(drawn, pair => pair.row);
        Placed = new Bitmap(entries.Count);
        foreach (var row in _rows)
        {
            Placed.Set(row);
        }
    }

    /// <summary>The rows that have a point on the map.</summary>
    public Bitmap Placed { get; }

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
}
