using System.Globalization;
using Dashboard.Domain.Querying;

namespace Dashboard.Web.Explore;

/// <summary>How many incidents a view holds, in words: "24 of 43 incidents", "3 leads", "43 incidents and 2 leads".</summary>
internal static class SeenWords
{
    public static string Of(IncidentQuery query, int count, int total, int leadCount)
    {
        var incidents = (count == total ? "" : $"{Number(count)} of ") + (total == 1 ? "1 incident" : $"{Number(total)} incidents");
        var leads = leadCount == 1 ? "1 lead" : $"{Number(leadCount)} leads";
        return query.Leads switch
        {
            LeadView.Hidden => incidents,
            LeadView.Only => leads,
            _ => $"{incidents} and {leads}",
        };
    }

    public static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
