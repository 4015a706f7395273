namespace Dashboard.Index.Tiles;

/// <summary>Which rows a question is about, its time apart: whole strata, or some rows of them.</summary>
/// <param name="Strata">For each stratum whether it is asked about.</param>
/// <param name="Rows">The rows, all of strata that are asked about; null for all rows of these.</param>
internal sealed record Asked(bool[] Strata, Bitmap? Rows)
{
    private Bitmap? _placed;

    /// <summary>What a lens mentions of it, to be told apart from the rest; null when nothing is told apart.</summary>
    public Asked? Mentioned { get; init; }

    /// <summary>How large a part of all rows it is about, if it is about some rows; 1 where it is about strata.</summary>
    public double Share { get; } = Rows is null || Rows.Length == 0 ? 1 : (double)Rows.Count() / Rows.Length;

    public bool IsEverything { get; } = Rows is null && Strata.All(isAsked => isAsked);

    /// <summary>Whether it is about some strata and not others, and all rows of them.</summary>
    public bool IsWholeStrata => Rows is null && !IsEverything;

    /// <summary>Those of the rows that have a point, or all such rows: strata are yet to be looked at.</summary>
    /// <param name="placed">The rows that have one; of the same index always.</param>
    public Bitmap Placed(Bitmap placed)
    {
        if (Rows is null)
        {
            return placed;
        }

        if (_placed is not { } rows)
        {
            rows = Rows.Copy();
            rows.IntersectWith(placed);
            _placed = rows;
        }

        return rows;
    }
}
