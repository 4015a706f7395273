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

    public static string Of(IncidentQuery query) => Of(ViewState.Default with { Query = query });
}
