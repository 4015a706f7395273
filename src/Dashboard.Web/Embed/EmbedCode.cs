namespace Dashboard.Web.Embed;

/// <summary>The line of HTML that shows a view in another page.</summary>
internal static class EmbedCode
{
    /// <param name="address">Of the view to be shown in the frame, in the world.</param>
    public static string Of(string address, string title, int width, int height) => FormattableString.Invariant(
        $"<iframe src=\"{Escaped(address)}\" title=\"{Escaped(title)}\" width=\"{width}\" height=\"{height}\" style=\"border:0;max-width:100%\" loading=\"lazy\"></iframe>");

    /// <summary>What means something in an attribute, and nothing else: people read the line.</summary>
    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}
