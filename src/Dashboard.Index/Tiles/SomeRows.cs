namespace Dashboard.Index.Tiles;

/// <summary>Some rows that questions are about, whatever strata and time each of these asks for.</summary>
internal sealed class SomeRows(Bitmap all)
{
    private Bitmap? _placed;

    public Bitmap All => all;

    /// <summary>How large a part of all rows they are.</summary>
    public double Share { get; } = all.Length == 0 ? 1 : (double)all.Count() / all.Length;

    /// <summary>Those that have a point: the same set where all of them have one.</summary>
    /// <param name="placed">The rows that have one; of the same index always.</param>
    public Bitmap Placed(Bitmap placed) => _placed ??= all.IsWithin(placed) ? all : Both(placed);

    private Bitmap Both(Bitmap placed)
    {
        var rows = all.Copy();
        rows.IntersectWith(placed);
        return rows;
    }
}

/// <summary>What was found for a question, its strata and its time apart.</summary>
/// <param name="Rows">Null for all.</param>
/// <param name="Mentioned">Those of them that its lens mentions, where these are told apart.</param>
internal sealed record FoundRows(SomeRows? Rows, SomeRows? Mentioned);
