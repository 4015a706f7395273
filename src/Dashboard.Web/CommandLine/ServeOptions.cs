using System.Globalization;
using System.Net;
using Dashboard.Web.Security;

namespace Dashboard.Web.CommandLine;

/// <summary>What the command line says about serving; null where it says nothing.</summary>
public sealed record ServeOptions(string? Urls, string? DataDirectory, int? MostUploadMegabytes = null, string? EmbedIn = null, string? Readers = null)
{
    public const string DefaultUrl = "http://localhost:5080";
    public const int DefaultUploadMegabytes = 50;

    private const int MostMegabytes = 1 << 20;

    /// <summary>
    /// Where the program's own files are and <c>data</c> lies by default: beside a published program, and
    /// for one that still serves the web root of its source tree, at the top of that tree.
    /// </summary>
    public static string ContentRoot { get; } = FindContentRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Fills in from the configuration (environment, appsettings.json), and then from the defaults.</summary>
    /// <exception cref="StartRefusedException">An address to listen at, or another setting, cannot be read.</exception>
    public ServeSettings Or(IConfiguration configuration)
    {
        var urls = Urls ?? configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl;
        var megabytes = MostUploadMegabytes?.ToString(CultureInfo.InvariantCulture) ?? configuration["Dashboard:MostUploadMegabytes"];
        return new ServeSettings([.. urls.Split(';', StringSplitOptions.TrimEntries).Select(Readable)], DirectoryOr(DataDirectory, configuration))
        {
            MostUploadBytes = Megabytes(megabytes) * 1024L * 1024,
            TakesChangesFromAnyone = IsAnyone(configuration["Dashboard:ChangesFrom"]),
            PublicAddress = PublicAddressOrNull(configuration["Dashboard:PublicAddress"]),
            EmbedIn = EmbedSites.Read(EmbedIn ?? configuration["Dashboard:EmbedIn"]),
            ReadersNeedLink = IsByLink(Readers ?? configuration["Dashboard:Readers"]),
        };
    }

    /// <summary>The absolute path of the data directory: as the command line says, else the configuration, else <c>data</c>.</summary>
    public static string DirectoryOr(string? directory, IConfiguration configuration) =>
        Path.GetFullPath(directory ?? configuration["Dashboard:Data"] ?? Path.Combine(ContentRoot, "data"));

    private static int Megabytes(string? text) => text is null
        ? DefaultUploadMegabytes
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostMegabytes
            ? number
            : throw new StartRefusedException(ExitCode.Usage, $"'{text}' is not a size for uploads. Give whole megabytes, like {DefaultUploadMegabytes}.");

    private static bool IsAnyone(string? text) => text switch
    {
        null or "this-machine" => false,
        "anyone" => true,
        _ => throw new StartRefusedException(ExitCode.Usage, $"Dashboard:ChangesFrom is '{text}'. It can be this-machine or anyone."),
    };

    private static bool IsByLink(string? text) => text switch
    {
        null or "all" => false,
        "by-link" => true,
        _ => throw new StartRefusedException(ExitCode.Usage, $"Readers are '{text}'. They can be all or by-link."),
    };

    private static string? PublicAddressOrNull(string? text) => text switch
    {
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } => address.GetLeftPart(UriPartial.Authority),
        _ => throw new StartRefusedException(ExitCode.Usage, $"Dashboard:PublicAddress is '{text}'. Write it like https://incidents.example."),
    };

    private static string Readable(string url)
    {
        try
        {
            if (BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort, PathBase: "" })
            {
                return url;
            }
        }
        catch (FormatException)
        {
            // Refused below, like an address that can be read but not listened to.
        }

        throw new StartRefusedException(ExitCode.Usage, $"'{url}' is not an address to listen at. Write one like {DefaultUrl}.");
    }

    private static string FindContentRoot(DirectoryInfo program)
    {
        var isPublished = !File.Exists(Path.Combine(program.FullName, "Dashboard.Web.staticwebassets.runtime.json"));
        for (var folder = isPublished ? null : program; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return folder.FullName;
            }
        }

        return program.FullName;
    }
}

/// <summary>Where the server listens, and the absolute path of the directory that holds its data.</summary>
public sealed record ServeSettings(IReadOnlyList<string> Urls, string DataDirectory)
{
    /// <summary>The longest file that it takes.</summary>
    public required long MostUploadBytes { get; init; }

    /// <summary>True when whoever reaches this server may change its data; otherwise only this machine may.</summary>
    public required bool TakesChangesFromAnyone { get; init; }

    /// <summary>Where the world reaches this server, without a slash at its end; null where it is as each request says.</summary>
    public required string? PublicAddress { get; init; }

    /// <summary>The sites that may show views of this server in frames.</summary>
    public required EmbedSites EmbedIn { get; init; }

    /// <summary>True when somebody who may not change the data sees what they have a link to, and nothing else.</summary>
    public required bool ReadersNeedLink { get; init; }
}
