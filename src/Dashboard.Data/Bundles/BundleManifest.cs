using System.Globalization;
using System.Text;

namespace Dashboard.Data.Bundles;

/// <summary>The file of a bundle that names all others with their SHA-256, a line each, as the tool <c>sha256sum</c> writes and checks it.</summary>
public static class BundleManifest
{
    public const string Name = "MANIFEST.sha256";

    /// <summary>No manifest is longer.</summary>
    internal const int MostBytes = 64 * 1024;

    private const int Digits = 64;
    private const string Gap = "  ";

    internal static byte[] Write(IEnumerable<BundledFileInfo> files) =>
        Encoding.UTF8.GetBytes(string.Concat(files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Sha256}{Gap}{file.Name}\n"))));

    /// <summary>The SHA-256 of each file by its name; null where the text is no manifest.</summary>
    internal static IReadOnlyDictionary<string, string>? Read(string text)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var isLine = line.Length > Digits + Gap.Length && line[..Digits].All(char.IsAsciiHexDigitLower) && line.AsSpan(Digits).StartsWith(Gap, StringComparison.Ordinal);
            if (!isLine || !files.TryAdd(line[(Digits + Gap.Length)..], line[..Digits]))
            {
                return null;
            }
        }

        return files.Count == 0 ? null : files;
    }
}
