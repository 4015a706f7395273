using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>Where a claim stands on the page of its incident; the address stays.</summary>
public static class ClaimAddress
{
    /// <summary>The row's name within the page.</summary>
    public static string RowOf(Claim claim) => $"claim-{Uri.EscapeDataString(claim.Id)}";

    /// <param name="day">The day as of which the page is shown; null for the present.</param>
    public static string Of(string slug, Claim claim, DateOnly? day) => $"{AsKnownOn.AddressOf(slug, day)}#{Uri.EscapeDataString(RowOf(claim))}";
}
