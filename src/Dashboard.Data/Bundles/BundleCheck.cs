using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Bundles;

/// <summary>Whether the files of a bundle are as they were made, by its own manifest.</summary>
/// <param name="Files">How many files it has, the manifest among them.</param>
/// <param name="Manifest">The SHA-256 of the manifest; null where there is none that can be read.</param>
/// <param name="Flaws">A line for each file that is not as it was made, and for what makes it no bundle; none where all is well.</param>
public sealed record BundleCheck(int Files, string? Manifest, IReadOnlyList<string> Flaws)
{
    /// <summary>A bundle has fewer files than this; what has more is not looked through.</summary>
    private const int MostFiles = 64;

    /// <summary>Text never shrinks so far: what says that it does is made to fill a disk or to take for ever.</summary>
    private const int MostShrinking = 500;

    /// <summary>Below this, nothing takes long.</summary>
    private const long AlwaysRead = 16 * 1024 * 1024;

    private const int NameShown = 80;

    /// <summary>Looks through a bundle. Nothing of it is written anywhere, and none of it is ever in memory whole.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static BundleCheck Of(string path, CancellationToken stop)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return Of(zip, stop);
        }
        catch (InvalidDataException)
        {
            return NoBundle(0, "It is not a zip file, or it is damaged: its list of files cannot be read.");
        }
    }

    private static BundleCheck Of(ZipArchive zip, CancellationToken stop)
    {
        if (zip.Entries.Count > MostFiles)
        {
            return NoBundle(zip.Entries.Count, $"It has {zip.Entries.Count} files; no bundle has so many.");
        }

        var flaws = zip.Entries.Where(entry => !IsPlain(entry.FullName)).Select(entry => $"{Shown(entry.FullName)}: leads out of the bundle or into a folder; do not unpack it").ToList();
        var byName = zip.Entries.Where(entry => IsPlain(entry.FullName)).ToLookup(entry => entry.FullName, StringComparer.Ordinal);
        flaws.AddRange(byName.Where(entries => entries.Count() > 1).Select(entries => $"{Shown(entries.Key)}: is there {entries.Count()} times"));
        var single = byName.Where(entries => entries.Count() == 1).ToDictionary(entries => entries.Key, entries => entries.Single(), StringComparer.Ordinal);
        if (!single.TryGetValue(BundleManifest.Name, out var entry) || TextOf(entry) is not { } text || BundleManifest.Read(text) is not { } manifest)
        {
            return new BundleCheck(zip.Entries.Count, null, [.. flaws, $"{BundleManifest.Name}: is missing, altered or damaged; without it nothing can be said about the other files"]);
        }

        foreach (var (name, sha256) in manifest.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            if (!byName.Contains(name))
            {
                flaws.Add($"{Shown(name)}: missing");
            }
            else if (single.TryGetValue(name, out var found) && Flaw(found, sha256, stop) is { } flaw)
            {
                flaws.Add($"{Shown(name)}: {flaw}");
            }
        }

        flaws.AddRange(single.Keys.Where(name => name != BundleManifest.Name && !manifest.ContainsKey(name)).Order(StringComparer.Ordinal).Select(name => $"{Shown(name)}: added; the manifest does not name it"));
        return new BundleCheck(zip.Entries.Count, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), flaws);
    }

    /// <summary>Null where the file is as it was made.</summary>
    private static string? Flaw(ZipArchiveEntry entry, string sha256, CancellationToken stop)
    {
        if (entry.Length > AlwaysRead && entry.Length / MostShrinking > entry.CompressedLength)
        {
            return "altered; it says that it unpacks to far more than any file of a bundle, and was not unpacked";
        }

        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var content = entry.Open();
            var buffer = new byte[1 << 16];
            var rest = entry.Length;
            for (int read; (read = content.Read(buffer)) > 0; rest -= read)
            {
                stop.ThrowIfCancellationRequested();
                if (read > rest)
                {
                    return "altered; it is longer than it says";
                }

                hash.AppendData(buffer, 0, read);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset()) == sha256 ? null : "altered";
        }
        catch (Exception damage) when (damage is InvalidDataException or NotSupportedException)
        {
            return "damaged; it cannot be unpacked";
        }
    }

    /// <summary>Null where it cannot be read, or is longer than a manifest.</summary>
    private static string? TextOf(ZipArchiveEntry entry)
    {
        try
        {
            using var content = entry.Open();
            var buffer = new byte[BundleManifest.MostBytes];
            var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length == buffer.Length ? null : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(buffer, 0, length);
        }
        catch (Exception damage) when (damage is InvalidDataException or NotSupportedException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static BundleCheck NoBundle(int files, string flaw) => new(files, null, [flaw]);

    private static bool IsPlain(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') && name is not ("." or "..");

    /// <summary>What a terminal can show of a name that anybody may have made up.</summary>
    private static string Shown(string name)
    {
        var plain = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || ".-_/\\ ".Contains(letter, StringComparison.Ordinal) ? letter : '?'));
        return plain.Length <= NameShown ? plain : $"{plain[..NameShown]}…";
    }
}
