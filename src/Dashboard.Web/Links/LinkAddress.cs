using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Explore;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Links;

/// <summary>The addresses of short links.</summary>
public static class LinkAddress
{
    /// <summary>Where short links are, and where plain ones are made.</summary>
    public const string Root = "/s";

    /// <summary>The key of the address that says through which link a view is looked at.</summary>
    public const string Key = "link";

    /// <summary>Within this server.</summary>
    /// <param name="token">What opens the link.</param>
    public static string Of(string token) => $"{Root}/{token}";

    /// <summary>What the query of an address holds under the key, whatever it is; null where it holds nothing.</summary>
    public static string? TokenIn(string query) =>
        QueryHelpers.ParseQuery(query).FirstOrDefault(pair => pair.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)) is { Key: not null, Value: var values } ? values.ToString() : null;

    /// <summary>The view that a plain link leads to.</summary>
    public static string OfView(SharedLink link) => ViewAddress.Of(ViewStateCodec.Parse(link.Query).View);

    /// <summary>A view as it is looked at through a link.</summary>
    public static string Through(string token, ViewState view) => ViewAddress.Of(view with { Query = view.Query with { Link = token } });
}
