namespace Dashboard.Data.Engines;

/// <summary>The address under which a connection attaches a file that it shall not change.</summary>
internal static class ReadOnlyAddress
{
    public static string Of(string path) =>
        new UriBuilder { Scheme = Uri.UriSchemeFile, Host = "", Path = Path.GetFullPath(path) }.Uri.AbsoluteUri + "?mode=ro";
}
