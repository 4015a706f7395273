namespace Dashboard.Index.Tiles;

/// <summary>Which rows a question is about, its time apart: whole strata, or some rows of them.</summary>
/// <param name="Strata">For each stratum whether it is asked about.</param>
/// <param name="Some">The rows, of any strata; null for all rows.</param>
internal sealed record Asked(bool[] Strata, SomeRows? Some)
{
    /// <summary>What a lens mentions of it, to be told apart from the rest; null when nothing is told apart.</summary>
    public Asked? Mentioned { get; init; }

    /// <summary>Those that are of strata that are asked about; null for all rows of these.</summary>
    public Bitmap? Rows => Some?.All;

    /// <summary>How large a part of all rows it looks at in these strata; 1 where it is about strata alone.</summary>
    public double Share => Some?.Share ?? 1;

    /// <summary>Whether it is about some strata and not others.</summary>
    public bool IsOfSomeStrata { get; } = !Strata.All(isAsked => isAsked);

    /// <summary>Those of the rows that have a point, or all such rows: strata are yet to be looked at.</summary>
    /// <param name="placed">The rows that have one; of the same index always.</param>
    public Bitmap Placed(Bitmap placed) => Some?.Placed(placed) ?? placed;
}
