using Dashboard.Domain.Sources;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Incidents;

/// <summary>Where a claim stands on the page of its incident; the address stays.</summary>
public static class ClaimAddress
{
    /// <summary>The row's name within the page.</summary>
    public static string RowOf(Claim claim) => $"claim-{Uri.EscapeDataString(claim.Id)}";

    public static string Of(string slug, Claim claim) => $"{ViewAddress.OfIncident(slug)}#{Uri.EscapeDataString(RowOf(claim))}";
}
