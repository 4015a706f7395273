using System.Globalization;
using Dashboard.Domain.Querying;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Explore;

/// <summary>The address that shows a view; everything that a person can choose on the page is one of these.</summary>
public static class ViewAddress
{
    /// <summary>How many lines the list has: no part of the view, which is the same with more of them.</summary>
    public const string LinesKey = "lines";

    public static string Of(ViewState view) => ViewStateCodec.Format(view) is { Length: > 0 } query ? $"/?{query}" : "/";

    /// <summary>The view with so many lines in its list: for who reads without a circuit, which would add them by itself.</summary>
    public static string OfList(ViewState view, int lines)
    {
        var address = Of(view);
        return string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{LinesKey}={lines}#results");
    }

    /// <summary>How many lines the list of an address has at least; 0 where it does not say.</summary>
    public static int LinesIn(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue(LinesKey, out var lines) && int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The page of one incident, with everything about it.</summary>
    public static string OfIncident(string slug) => $"/incidents/{Uri.EscapeDataString(slug)}";

    /// <summary>The page of one actor: its names, ties, roles and claims.</summary>
    public static string OfActor(string id) => $"/actors/{Uri.EscapeDataString(id)}";

    /// <summary>The page of one place: its spellings, and what happened near it.</summary>
    public static string OfPlace(string id) => $"/places/{Uri.EscapeDataString(id)}";

    /// <summary>Where the data of a revision are; the addresses below lead there.</summary>
    public static string OfData(string revisionName) => $"/data/{revisionName}";

    /// <summary>What map and timeline draw of a question, whatever the window.</summary>
    public static string OfMarks(string revisionName, IncidentQuery query) => OfData(revisionName, "marks", query);

    /// <summary>What the map draws first of many incidents: the world coarsely. The browser asks for this very address.</summary>
    public static string OfOverview(string revisionName, IncidentQuery query, ColourBy colour) => OfData(revisionName, "tiles/0/0/0", query, Of(colour));

    /// <summary>What the timeline draws first of many incidents, with the sides of its window as edges.</summary>
    public static string OfTimes(string revisionName, IncidentQuery query, ColourBy colour)
    {
        var sides = new[] { query.Window.From, query.Window.To }.OfType<DateTimeOffset>().Select(side => $"edge={Instant(side)}");
        return OfData(revisionName, "times", query, Of(colour).Concat(sides));
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

    private static string OfData(string revisionName, string name, IncidentQuery query, params IEnumerable<string> parameters)
    {
        var asked = ViewStateCodec.Format(ViewState.Default with { Query = query.Without(Facet.Time) });
        var all = string.Join('&', new[] { asked }.Concat(parameters).Where(part => part.Length > 0));
        return $"{OfData(revisionName)}/{name}{(all.Length == 0 ? "" : $"?{all}")}";
    }

    private static IEnumerable<string> Of(ColourBy colour) => colour == ColourBy.Kind ? [] : [$"colour={ViewStateCodec.Word(colour)}"];

    /// <summary>To the millisecond, as short as it can be: what a browser knows of it.</summary>
    private static string Instant(DateTimeOffset instant) => instant.ToString(
        instant.Millisecond > 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : instant.Second > 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm'Z'",
        CultureInfo.InvariantCulture);
}
