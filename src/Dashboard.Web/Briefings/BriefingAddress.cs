using Dashboard.Domain.Querying;

namespace Dashboard.Web.Briefings;

/// <summary>Where briefings are.</summary>
internal static class BriefingAddress
{
    /// <summary>
    /// In the address of a view: the briefing that its page follows. It is no part of the view, so that links that the page writes
    /// are without it; the browser keeps it in the address bar, and a page that is opened anew follows again.
    /// </summary>
    public const string Key = "briefing";

    public const string All = "/briefings";

    /// <summary>What followers ask for, as routes.</summary>
    public const string Route = "/briefings/{token}";

    public const string EventsRoute = "/briefings/{token}/events";

    /// <summary>The address that a presenter sends.</summary>
    public static string Of(string token) => $"{All}/{token}";

    /// <summary>A view whose page follows a briefing.</summary>
    public static string Following(ViewState view, string token) =>
        ViewStateCodec.Format(view) is { Length: > 0 } query ? $"/?{query}&{Key}={token}" : $"/?{Key}={token}";
}
