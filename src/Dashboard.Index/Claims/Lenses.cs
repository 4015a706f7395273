using Dashboard.Domain.Sources;

namespace Dashboard.Index.Claims;

/// <summary>Who says what of which rows.</summary>
internal sealed class Lenses(IndexColumns columns)
{
    /// <summary>The lens of an id; null for an id that nobody has.</summary>
    public LensKey? Find(string id) =>
        (columns.Actors.NameOf(id) ?? columns.Claimants.LabelOf(id)) is { } name ? new LensKey(LensKind.Actor, id, name)
        : (columns.ClaimSources.LabelOf(id) ?? columns.Sources.LabelOf(id)) is { } label ? new LensKey(LensKind.Source, id, label)
        : null;

    /// <summary>True where a claim is the lens's.</summary>
    public bool IsOf(LensKey lens, Claim claim) => lens.Kind == LensKind.Source
        ? claim.SourceId == lens.Id
        : claim.Claimant.ActorId is { } actor && columns.Actors.AtAndAbove(actor).Contains(lens.Id);

    /// <summary>The claims of a lens, for who goes through all claims.</summary>
    public LensClaims ClaimsOf(LensKey lens) => new(columns.Claims, lens.Kind, ValuesOf(lens).ToHashSet());

    /// <summary>The rows of which it makes a claim.</summary>
    /// <param name="day">Null for all that is known.</param>
    public Bitmap Mentioned(LensKey lens, KnownDay? day)
    {
        var rows = FacetOf(lens.Kind).RowsOf(ValuesOf(lens));
        if (day is null)
        {
            return rows;
        }

        rows.IntersectWith(day.Known);
        var own = ClaimsOf(lens);
        foreach (var row in rows.RowsWith(day.Unsettled))
        {
            if (!own.IsMadeBy(row, day))
            {
                rows.Unset(row);
            }
        }

        return rows;
    }

    private FacetIndex FacetOf(LensKind kind) => kind == LensKind.Actor ? columns.Claimants : columns.ClaimSources;

    private IEnumerable<int> ValuesOf(LensKey lens) => lens.Kind == LensKind.Source
        ? columns.ClaimSources.NumberOf(lens.Id) is { } source ? [source] : []
        : columns.Claimants.Names.Index().Where(claimant => columns.Actors.AtAndAbove(claimant.Item).Contains(lens.Id)).Select(claimant => claimant.Index);
}
