using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>All claims about one point of an incident, in the order of their dates, and how they stand to each other.</summary>
/// <param name="Predicate">What they are about.</param>
/// <param name="Elsewhere">What is counted of the same kind in its whole and its parts.</param>
public sealed record ClaimGroup(string Predicate, ValueList<Claim> Claims, ValueList<ClaimElsewhere> Elsewhere, ClaimStanding Standing)
{
    /// <summary>Every claim of an incident: who did it first, what it cost last, since the toll has a place of its own above.</summary>
    public static IReadOnlyList<ClaimGroup> Of(IncidentRecord record) =>
        [.. record.Claims.Select(claim => claim.Predicate).Distinct()
            .OrderBy(Rank)
            .Select(predicate => Of(record, predicate))];

    public static ClaimGroup Of(IncidentRecord record, string predicate)
    {
        var claims = ClaimOrder.ByDate(record.Claims.Where(claim => claim.Predicate == predicate)).ToValueList();
        var elsewhere = record.ClaimsElsewhere.Where(other => other.Claim.Predicate == predicate).ToValueList();
        return new(predicate, claims, elsewhere, ClaimStanding.Of(claims, elsewhere.Select(other => other.Claim)));
    }

    private static int Rank(string predicate) => predicate switch
    {
        "responsibility" => 0,
        ClaimWords.Killed => 2,
        ClaimWords.Injured => 3,
        _ => 1,
    };
}
