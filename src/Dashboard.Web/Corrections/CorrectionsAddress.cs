using System.Globalization;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Corrections;

/// <summary>The addresses of corrections: a page, and the same as feeds.</summary>
public static class CorrectionsAddress
{
    public const string AtomType = "application/atom+xml";

    public const string JsonType = "application/feed+json";

    /// <summary>The part of an address that says where a page begins.</summary>
    public const string AfterKey = "after";

    /// <summary>The part of an address that says since which revision is asked.</summary>
    public const string SinceKey = "since";

    /// <param name="since">Only what was changed after this revision about what the question found in it; null for everything.</param>
    public static string OfPage(IncidentQuery query, CorrectionCursor? after = null, long? since = null) => Of("/corrections", query, after, since);

    public static string OfAtom(IncidentQuery query, CorrectionCursor? after = null) => Of("/corrections.atom", query, after);

    public static string OfJson(IncidentQuery query, CorrectionCursor? after = null) => Of("/corrections.json", query, after);

    /// <summary>All the changes of one incident.</summary>
    public static string OfHistory(string slug) => $"{ViewAddress.OfIncident(slug)}/history";

    private static string Of(string path, IncidentQuery query, CorrectionCursor? after, long? since = null)
    {
        // The day and the claimant through whom a view is seen change nothing about what was corrected.
        string[] parts =
        [
            ViewStateCodec.Format(ViewState.Default with { Query = query with { AsOf = null, Lens = null } }),
            since is { } revision ? string.Create(CultureInfo.InvariantCulture, $"{SinceKey}={revision}") : "",
            after is { } cursor ? $"{AfterKey}={cursor}" : "",
        ];
        var address = string.Join('&', parts.Where(part => part.Length > 0));
        return address.Length == 0 ? path : $"{path}?{address}";
    }
}
