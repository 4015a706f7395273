using AngleSharp.Dom;

namespace Dashboard.Web.Tests.Pages;

/// <summary>Reads the ledger of claims and what stands beside it.</summary>
internal static class ClaimReading
{
    /// <summary>The claims about one point, each as "date | claimant | what | status".</summary>
    public static IReadOnlyList<string> ClaimsAbout(this IParentNode page, string predicate) =>
        [.. page.QuerySelectorAll($"tbody[data-predicate={predicate}] > .claim").Select(row => string.Join(" | ",
            row.QuerySelector(".claim-date")!.Words(), row.QuerySelector(".claimant")!.Words(), row.QuerySelector(".entry-text")!.Words(), row.QuerySelector(".status")!.Words()))];

    public static string StandingOf(this IParentNode page, string predicate) => page.QuerySelector($"tbody[data-predicate={predicate}] .standing")!.Words();

    /// <summary>A conflict by its name in addresses: its title, severity, what sources say, what the record says, and how it is handled.</summary>
    public static (string Title, string Severity, string SourcesSay, string RecordSays, string Handling) Conflict(this IParentNode page, string id)
    {
        var conflict = page.QuerySelector($"#{id}")!;
        var said = conflict.QuerySelectorAll("dd");
        return (conflict.QuerySelector(".conflict-title")!.Words(), conflict.QuerySelector(".severity")!.Words(),
            said[0].QuerySelector("p")!.Words(), said[1].QuerySelector("p")!.Words(), said[2].Words());
    }
}
