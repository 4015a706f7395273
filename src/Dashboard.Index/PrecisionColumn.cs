namespace Dashboard.Index;

/// <summary>How precisely each incident is located, in metres; NaN where nobody says, which meets no demand.</summary>
internal sealed class PrecisionColumn(IReadOnlyList<Entry> entries)
{
    private readonly double[] _metres = [.. entries.Select(entry => entry.Incident.Precision?.Metres ?? double.NaN)];

    /// <summary>The rows known at least this precisely; null when nothing is asked.</summary>
    public Bitmap? AtLeast(double? asked)
    {
        if (asked is not { } metres)
        {
            return null;
        }

        var rows = new Bitmap(_metres.Length);
        for (var row = 0; row < _metres.Length; row++)
        {
            if (_metres[row] <= metres)
            {
                rows.Set(row);
            }
        }

        return rows;
    }
}
