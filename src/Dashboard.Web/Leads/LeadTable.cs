using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Web.Explore;
using Dashboard.Web.Filters;

namespace Dashboard.Web.Leads;

/// <summary>One page of the leads that a question asks for.</summary>
/// <param name="View">The question; it asks for nothing but leads.</param>
/// <param name="Count">How many leads meet it, of <paramref name="Total"/> in all.</param>
/// <param name="Page">From 1, and never beyond the last.</param>
public sealed record LeadTable(ViewState View, int Count, int Total, int Page, int Pages, IReadOnlyList<ActiveFilter> Filters, IReadOnlyList<LeadTable.Row> Rows)
{
    public const int PageLength = 50;

    /// <summary>One lead: its line, and what the row it comes from says.</summary>
    /// <param name="IsPromoted">True where an incident was made of it.</param>
    public sealed record Row(IncidentSummary Summary, ValueList<Claim> Claims, IReadOnlyList<string> Codes, bool IsPromoted);

    public static LeadTable Of(Exploration exploration, ViewState view, int page)
    {
        var asked = view with { Query = view.Query with { Leads = LeadView.Only } };
        var revision = exploration.Present;
        var (found, counts) = revision.Explore(asked.Query);
        var pages = Math.Max(1, (found.Count + PageLength - 1) / PageLength);
        page = Math.Clamp(page, 1, pages);
        var lines = revision.List(found, asked.Sort, asked.IsDescending, (page - 1) * PageLength, PageLength);
        var filters = ActiveFilter.Of(asked, counts, revision.Datasets).Where(filter => LeadChoice.IsAlone(filter.Without)).ToList();
        return new LeadTable(asked, found.Count, revision.Index.Leads, page, pages, filters, RowsOf(exploration.Store, lines));
    }

    private static List<Row> RowsOf(DashboardStore store, IReadOnlyList<IncidentSummary> lines)
    {
        var stored = store.Read(reader => reader.Incidents(lines.Select(line => line.Number)).ToDictionary(lead => lead.Number));
        return [.. from line in lines
                   let lead = stored[line.Number]
                   select new Row(line, lead.Claims, Codes.Of(lead.Incident.Attributes), store.FindIncident(Promotion.SlugOf(line.Slug)) is not null)];
    }
}
