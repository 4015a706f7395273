namespace Dashboard.Index;

/// <summary>The incidents that a query found, in one revision of the index. Only that index can read it.</summary>
public sealed class IncidentSet
{
    internal IncidentSet(IncidentIndex index, Bitmap rows, int count, int undated, int notPlaced) =>
        (Index, Rows, Count, Undated, NotPlaced) = (index, rows, count, undated, notPlaced);

    public int Count { get; }

    /// <summary>Those without a time: they are on no timeline, but counted.</summary>
    public int Undated { get; }

    /// <summary>Those with nothing that the map could draw.</summary>
    public int NotPlaced { get; }

    internal IncidentIndex Index { get; }

    internal Bitmap Rows { get; }
}
