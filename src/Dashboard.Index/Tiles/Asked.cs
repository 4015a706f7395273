namespace Dashboard.Index.Tiles;

/// <summary>Which rows a question is about, its time apart: whole strata, or some rows of them.</summary>
/// <param name="Strata">For each stratum whether it is asked about.</param>
/// <param name="Rows">The rows, all of strata that are asked about; null for all rows of these.</param>
internal sealed record Asked(bool[] Strata, Bitmap? Rows)
{
    /// <summary>What a lens mentions of it, to be told apart from the rest; null when nothing is told apart.</summary>
    public Asked? Mentioned { get; init; }

    public bool IsEverything { get; } = Rows is null && Strata.All(isAsked => isAsked);

    /// <summary>Whether it is about some strata and not others, and all rows of them.</summary>
    public bool IsWholeStrata => Rows is null && !IsEverything;

    /// <summary>Those of the rows that have a point, or all such rows: strata are yet to be looked at.</summary>
    public Bitmap Placed(Bitmap placed)
    {
        if (Rows is null)
        {
            return placed;
        }

        var rows = Rows.Copy();
        rows.IntersectWith(placed);
        return rows;
    }
}
