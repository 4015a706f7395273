using Dashboard.Data;

namespace Dashboard.Web.CommandLine;

/// <summary>The store for a verb that works on the data directory itself, where no server runs.</summary>
internal static class OpenedStore
{
    /// <param name="directory">As the command line says; null leaves it to the configuration.</param>
    /// <param name="whenInUse">What to do instead while another process has the directory.</param>
    /// <exception cref="StartRefusedException">It does not open.</exception>
    public static DashboardStore At(string? directory, string whenInUse) => Opened(DashboardStore.Open, directory, whenInUse);

    /// <summary>For a verb that changes nothing, whether a server runs or not.</summary>
    /// <inheritdoc cref="At"/>
    public static DashboardStore ToRead(string? directory) => Opened(DashboardStore.OpenToRead, directory, whenInUse: "");

    private static DashboardStore Opened(Func<string, DashboardStore> open, string? directory, string whenInUse)
    {
        try
        {
            return open(DirectoryOf(directory));
        }
        catch (StoreRefusedException refusal)
        {
            throw StartRefusedException.Of(refusal, refusal.Refusal == StoreRefusal.InUse && whenInUse.Length > 0 ? $" {whenInUse}" : "");
        }
    }

    /// <param name="directory">As the command line says; null leaves it to the configuration.</param>
    public static string DirectoryOf(string? directory) => ServeOptions.DirectoryOr(directory, Configuration());

    /// <summary>Where the world reaches the server of these data; null where that is not configured.</summary>
    /// <exception cref="StartRefusedException">The setting cannot be read.</exception>
    public static string? PublicAddress() => new ServeOptions(null, null).Or(Configuration()).PublicAddress;

    private static IConfigurationRoot Configuration() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(ServeOptions.ContentRoot, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
}
