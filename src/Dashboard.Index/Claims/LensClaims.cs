namespace Dashboard.Index.Claims;

/// <summary>Which claims are a lens's.</summary>
/// <param name="values">Numbers of claimants or of sources.</param>
internal sealed class LensClaims(ClaimColumns claims, LensKind kind, IReadOnlySet<int> values)
{
    public bool IsOwn(int claim) => !claims.MarksOf(claim).IsCarrierOnly
        && values.Contains(kind == LensKind.Actor ? (int)claims.Claimants[claim] - 1 : (int)claims.Sources[claim]);

    /// <summary>True where it had made any claim of a row by a day.</summary>
    public bool IsMadeBy(int row, KnownDay day)
    {
        var (from, to) = claims.Of(row);
        for (var claim = from; claim < to; claim++)
        {
            if (IsOwn(claim) && day.Has(claim, row))
            {
                return true;
            }
        }

        return false;
    }
}
