using Dashboard.Index.Claims;

namespace Dashboard.Index;

/// <summary>The incidents that a query found, and the leads if it asks for them, in one revision of the index. Only that index can read it.</summary>
public sealed class IncidentSet
{
    internal IncidentSet(IncidentIndex index, Bitmap rows) => (Index, Rows, Count) = (index, rows, rows.Count());

    /// <summary>All that were found, leads included.</summary>
    public int Count { get; }

    /// <summary>How many of them are leads.</summary>
    public required int Leads { get; init; }

    /// <summary>Those without a time: they are on no timeline, but counted.</summary>
    public required int Undated { get; init; }

    /// <summary>Those that the map draws, but that are only known to lie in a region: to more than 5 km, or nobody says how precisely.</summary>
    public required int Approximate { get; init; }

    /// <summary>Those with nothing that the map could draw.</summary>
    public required int NotPlaced { get; init; }

    /// <summary>Those of which the lens makes a claim; null without a lens.</summary>
    public int? Mentioned { get; init; }

    internal IncidentIndex Index { get; }

    internal Bitmap Rows { get; }

    /// <summary>The day whose knowledge it is of; null for all that is known.</summary>
    internal KnownDay? Day { get; init; }

    /// <summary>All rows of which the lens makes a claim; null without a lens.</summary>
    internal Bitmap? MentionedRows { get; init; }
}
