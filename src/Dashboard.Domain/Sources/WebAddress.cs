namespace Dashboard.Domain.Sources;

/// <summary>An address that a page may link to.</summary>
internal static class WebAddress
{
    /// <returns>The address, when it is absolute and http or https, or null.</returns>
    /// <exception cref="RefusedException">It is another one.</exception>
    public static Uri? Checked(Uri? address)
    {
        Refuse.If(address is not null && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"), $"'{address}' is not an http address");
        return address;
    }
}
