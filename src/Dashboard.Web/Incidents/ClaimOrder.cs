using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>
/// Claims in the order in which they were made: those without a date last. Where two dates do not tell which came first
/// (the same day, or "28 January" and "28 or 29 January"), the smaller figure stands first, since figures grow.
/// </summary>
public static class ClaimOrder
{
    public static IEnumerable<Claim> ByDate(IEnumerable<Claim> claims) => claims
        .OrderBy(claim => claim.Date is null)
        .ThenBy(claim => claim.Date?.Earliest)
        .ThenBy(claim => claim.Number?.Low ?? claim.Number?.High ?? 0)
        .ThenBy(claim => claim.Date?.Latest);
}
