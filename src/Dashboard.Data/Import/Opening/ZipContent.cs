using System.IO.Compression;

namespace Dashboard.Data.Import.Opening;

/// <summary>The one file in a zip archive.</summary>
internal static class ZipContent
{
    /// <exception cref="UnreadableFileException">There is none, there are several, it is encrypted, or its name leads out of the archive.</exception>
    public static ZipArchiveEntry Only(ZipArchive archive)
    {
        if (OfficeDocument(archive) is { } document)
        {
            throw new UnreadableFileException(FileFault.WrongType, document);
        }

        foreach (var entry in archive.Entries)
        {
            if (LeadsOut(entry.FullName))
            {
                throw new UnreadableFileException(FileFault.WrongType,
                    $"the archive holds a file whose name leads out of it ('{Shown(entry.FullName)}'): unpack it with care and import the table itself");
            }
        }

        var files = archive.Entries.Where(entry => !IsNoContent(entry)).Take(2).ToArray();
        return files switch
        {
            [] => throw new UnreadableFileException(FileFault.Empty, "there is no file in the archive"),
            [{ IsEncrypted: true }] => throw new UnreadableFileException(FileFault.WrongType, "the archive is encrypted: unpack it and import the table itself"),
            [var only] => only,
            _ => throw new UnreadableFileException(FileFault.WrongType, "the archive holds several files: unpack it and import them one by one"),
        };
    }

    private static string? OfficeDocument(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not null)
        {
            return archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null
                ? "this is an Excel workbook: save the sheet as CSV (UTF-8) and import that"
                : "this is an Office document: save its table as CSV (UTF-8) and import that";
        }

        return archive.GetEntry("content.xml") is not null && archive.GetEntry("mimetype") is not null
            ? "this is an OpenDocument file: save the sheet as CSV (UTF-8) and import that"
            : archive.GetEntry("doc.kml") is not null ? "this is a KMZ file: save it as GeoJSON and import that" : null;
    }

    private static bool LeadsOut(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':') || name.Split('/', '\\').Contains("..");

    /// <summary>A folder, or what macOS adds to the files in an archive.</summary>
    private static bool IsNoContent(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith('/') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name == ".DS_Store";

    private static string Shown(string name) => name.Length > 80 ? $"{name[..80]}…" : name;
}
