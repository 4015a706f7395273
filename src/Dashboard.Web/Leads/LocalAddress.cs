namespace Dashboard.Web.Leads;

/// <summary>An address to come back to is a path of this server, and nothing else: a form could name any other site.</summary>
internal static class LocalAddress
{
    public static string Or(string? wanted, string otherwise) =>
        wanted is ['/', ..] && !wanted.StartsWith("//", StringComparison.Ordinal) && !wanted.Any(letter => letter == '\\' || letter <= ' ' || letter > '~') ? wanted : otherwise;
}
