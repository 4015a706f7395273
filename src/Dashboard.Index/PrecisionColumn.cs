namespace Dashboard.Index;

/// <summary>How precisely each incident is located, in metres; NaN where nobody says, which meets no demand.</summary>
internal sealed class PrecisionColumn(double[] metres)
{
    /// <summary>The rows known at least this precisely; null when nothing is asked.</summary>
    public Bitmap? AtLeast(double? asked)
    {
        if (asked is not { } limit)
        {
            return null;
        }

        var rows = new Bitmap(metres.Length);
        for (var row = 0; row < metres.Length; row++)
        {
            if (metres[row] <= limit)
            {
                rows.Set(row);
            }
        }

        return rows;
    }
}
