using Dashboard.Domain.Querying;

namespace Dashboard.Web.Leads;

/// <summary>The address of the table of leads.</summary>
public static class LeadsAddress
{
    /// <param name="page">From 1.</param>
    public static string Of(ViewState view, int page = 1)
    {
        var asked = ViewStateCodec.Format(view with { Query = view.Query with { Leads = LeadView.Hidden } });
        var query = page > 1 ? $"{asked}{(asked.Length == 0 ? "" : "&")}page={page}" : asked;
        return query.Length == 0 ? "/leads" : $"/leads?{query}";
    }

    /// <summary>Where a lead is made an incident.</summary>
    public static string OfPromotion(string slug) => $"/leads/{Uri.EscapeDataString(slug)}/promote";

    public static string Of(IncidentQuery query) => Of(ViewState.Default with { Query = query });
}
