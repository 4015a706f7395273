using System.Security.Cryptography;
using System.Text.Json;

namespace Dashboard.Web.CommandLine;

/// <summary>
/// The server that has a data directory, as it tells the commands of whoever owns the directory: one process writes, and
/// the others hand it their work. Whoever shows the key may import files of any size and look after the accounts; only the owner can read it.
/// </summary>
internal sealed record RunningServer(Uri Address, string Key)
{
    private const string FileName = "server.json";

    /// <summary>Tells where the server listens, until the result is disposed.</summary>
    /// <param name="urls">What it listens at; one that is not plain http is no use here.</param>
    public static IDisposable Announce(string dataDirectory, IEnumerable<string> urls, OwnerKey key)
    {
        var path = Path.Combine(dataDirectory, FileName);
        if (urls.Select(BindingAddress.Parse).FirstOrDefault(url => url.Scheme == Uri.UriSchemeHttp) is { } url)
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            File.Delete(path);
            using var file = new FileStream(path, options);
            JsonSerializer.Serialize(file, new RunningServer(new UriBuilder(Uri.UriSchemeHttp, "localhost", url.Port).Uri, key.Text));
        }

        return new Announcement(path);
    }

    /// <summary>The server that has the directory; null when it does not say.</summary>
    public static RunningServer? Find(string dataDirectory)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(dataDirectory, FileName));
            return JsonSerializer.Deserialize<RunningServer>(file);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private sealed class Announcement(string path) : IDisposable
    {
        public void Dispose() => File.Delete(path);
    }
}

/// <summary>What a command of the data directory's owner shows to the server, so that it does what the owner wishes.</summary>
internal sealed class OwnerKey
{
    public const string Header = "X-Owner-Key";

    public string Text { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public bool IsShownBy(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(request.Headers[Header].ToString()), System.Text.Encoding.UTF8.GetBytes(Text));
}
