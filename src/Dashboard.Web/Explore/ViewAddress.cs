using Dashboard.Domain.Querying;

namespace Dashboard.Web.Explore;

/// <summary>The address that shows a view; everything that a person can choose on the page is one of these.</summary>
public static class ViewAddress
{
    public static string Of(ViewState view) => ViewStateCodec.Format(view) is { Length: > 0 } query ? $"/?{query}" : "/";

    /// <summary>The page of one incident, with everything about it.</summary>
    public static string OfIncident(string slug) => $"/incidents/{Uri.EscapeDataString(slug)}";

    /// <summary>What map and timeline draw of a question, whatever the window.</summary>
    public static string OfMarks(string revisionName, IncidentQuery query)
    {
        var asked = ViewStateCodec.Format(ViewState.Default with { Query = query.Without(Facet.Time) });
        return $"/data/{revisionName}/marks{(asked.Length == 0 ? "" : $"?{asked}")}";
    }

    /// <summary>The incidents of a view as a file, in the order of its list; how it is looked at does not matter.</summary>
    /// <param name="format">csv or geojson.</param>
    public static string OfExport(string format, ViewState view)
    {
        var asked = ViewStateCodec.Format(ViewState.Default with { Query = view.Query, Sort = view.Sort, IsDescending = view.IsDescending });
        return $"/export.{format}{(asked.Length == 0 ? "" : $"?{asked}")}";
    }

    /// <summary>The parts of the address as a form holds them that changes one and keeps the rest.</summary>
    public static IEnumerable<(string Key, string Value)> Fields(ViewState view) =>
        from pair in ViewStateCodec.Format(view).Split('&', StringSplitOptions.RemoveEmptyEntries)
        let end = pair.IndexOf('=', StringComparison.Ordinal)
        select (pair[..end], Uri.UnescapeDataString(pair[(end + 1)..]));
}
