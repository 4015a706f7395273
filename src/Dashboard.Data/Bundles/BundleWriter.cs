using System.IO.Compression;
using System.Security.Cryptography;

namespace Dashboard.Data.Bundles;

/// <summary>
/// Writes files into a zip as fast as they are taken. The same files make the same bytes each time: nothing in it is of the
/// clock, of the machine or of the place where it is made.
/// </summary>
public static class BundleWriter
{
    /// <summary>Fixed, as another level is other bytes.</summary>
    private const CompressionLevel Level = CompressionLevel.Optimal;

    /// <summary>A file that everybody may read, as zips have it.</summary>
    private const int ReadableFile = 0x81A4 << 16;

    private static readonly DateTimeOffset _earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the files in this order, what is said about them, and at the end the manifest.</summary>
    /// <param name="moment">The time that every file in it gets.</param>
    /// <param name="sum">Makes the last file before the manifest out of what is known of all others then.</param>
    /// <returns>The SHA-256 of the manifest: who keeps it can tell later that nothing was altered, the manifest included.</returns>
    public static async Task<string> WriteAsync(Stream to, DateTimeOffset moment, IEnumerable<BundledFile> files, Func<IReadOnlyList<BundledFileInfo>, BundledFile> sum, CancellationToken stop)
    {
        var time = moment < _earliest ? _earliest : moment.ToUniversalTime();
        await using var sent = new OneWayStream(to);
        var zip = await ZipArchive.CreateAsync(sent, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        byte[] manifest;
        await using (zip)
        {
            manifest = await WriteAsync(zip, time, files, sum, stop);
        }

        await sent.FlushAsync(stop);
        return Convert.ToHexStringLower(SHA256.HashData(manifest));
    }

    private static async Task<byte[]> WriteAsync(ZipArchive zip, DateTimeOffset time, IEnumerable<BundledFile> files, Func<IReadOnlyList<BundledFileInfo>, BundledFile> sum, CancellationToken stop)
    {
        List<BundledFileInfo> written = [];
        foreach (var file in files)
        {
            written.Add(await AddAsync(zip, time, file, stop));
        }

        written.Add(await AddAsync(zip, time, sum(written), stop));
        var manifest = BundleManifest.Write(written.OrderBy(file => file.Name, StringComparer.Ordinal));
        await AddAsync(zip, time, new BundledFile(BundleManifest.Name, async (entry, stop) =>
        {
            await entry.WriteAsync(manifest, stop);
            return null;
        }), stop);
        return manifest;
    }

    private static async Task<BundledFileInfo> AddAsync(ZipArchive zip, DateTimeOffset time, BundledFile file, CancellationToken stop)
    {
        var entry = zip.CreateEntry(file.Name, Level);
        entry.LastWriteTime = time;
        entry.ExternalAttributes = ReadableFile;
        await using var compressed = await entry.OpenAsync(stop);
        await using var hashed = new HashedStream(compressed);
        var rows = await file.WriteAsync(hashed, stop);
        return new BundledFileInfo(file.Name, hashed.Length, hashed.Sha256, rows);
    }
}
