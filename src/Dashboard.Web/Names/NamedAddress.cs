namespace Dashboard.Web.Names;

/// <summary>The address of a page about something that has an id, which may have any sign in it.</summary>
public static class NamedAddress
{
    /// <summary>The id in <c>/actors/ID</c> or <c>/places/ID</c>, as it was before it was written there.</summary>
    public static string IdIn(string address)
    {
        var path = new Uri(address).AbsolutePath;
        return Uri.UnescapeDataString(path[(path.IndexOf('/', 1) + 1)..]);
    }
}
