using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Lens;

/// <summary>The addresses of a view as it is looked at through one account, or another, or none.</summary>
public static class LensAddress
{
    /// <summary>The view as an actor or a source tells it.</summary>
    public static string Through(ViewState view, string id) => ViewAddress.Of(view with { Query = view.Query with { Lens = id } });

    /// <summary>The view as the record has it.</summary>
    public static string Off(ViewState view) => ViewAddress.Of(Without(view));

    /// <summary>The view with what its lens does not mention faded or hidden.</summary>
    public static string Showing(ViewState view, UnmentionedView unmentioned) => ViewAddress.Of(view with { Query = view.Query with { Unmentioned = unmentioned } });

    /// <summary>The page of one incident, with what the lens says of it.</summary>
    /// <param name="day">As it was known on it; null for the present.</param>
    public static string OfIncident(string slug, LensAccount? lens, DateOnly? day = null)
    {
        var address = AsKnownOn.AddressOf(slug, day);
        return lens is null ? address : $"{address}{(day is null ? '?' : '&')}lens={Uri.EscapeDataString(lens.Key.Id)}";
    }

    public static ViewState Without(ViewState view) => view with { Query = view.Query.Without(Facet.Lens) with { Unmentioned = UnmentionedView.Faded } };

    /// <summary>The view as it can be shown: a lens that nobody is, is left out and named.</summary>
    public static ParsedView Checked(ExploredRevision revision, ParsedView parsed)
    {
        var (view, ignored) = parsed;
        return view.Query.Lens is not { } lens || revision.Index.FindLens(lens) is not null
            ? parsed
            : new ParsedView(Without(view), ignored.Append(new IgnoredKey("lens", $"nobody called '{Shortened(lens)}' claims anything here")).ToValueList());
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.EnumerateRunes().Take(39)) + "…";
}
