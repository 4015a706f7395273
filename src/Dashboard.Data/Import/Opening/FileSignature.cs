namespace Dashboard.Data.Import.Opening;

/// <summary>What a file is by its first bytes, where it is no text; with what to do instead.</summary>
internal static class FileSignature
{
    private const string AsTable = "it holds no table that can be read: save the table as CSV and import that";
    private const int TarMark = 257;

    private static readonly (byte[] Start, string What)[] _known =
    [
        ([0x89, .. "PNG"u8], $"this is a PNG picture; {AsTable}"),
        ([0xFF, 0xD8, 0xFF], $"this is a JPEG picture; {AsTable}"),
        ([.. "GIF8"u8], $"this is a GIF picture; {AsTable}"),
        ([.. "%PDF-"u8], $"this is a PDF document; {AsTable}"),
        ([.. "PAR1"u8], "this is a Parquet file: save it as CSV and import that"),
        ([.. "SQLite format 3\0"u8], "this is a SQLite database: export the table as CSV and import that"),
        ([0xD0, 0xCF, 0x11, 0xE0], "this is an old Excel workbook or another Office document: save the sheet as CSV (UTF-8) and import that"),
        ([.. "7z"u8, 0xBC, 0xAF], "this is a 7-Zip archive: unpack it and import the table itself"),
        ([.. "Rar!"u8], "this is a RAR archive: unpack it and import the table itself"),
        ([.. "BZh"u8, .. "1AY&SY"u8], "this is a bzip2 archive: unpack it and import the table itself"),
        ([0xFD, .. "7zXZ"u8], "this is an xz archive: unpack it and import the table itself"),
        ([0x28, 0xB5, 0x2F, 0xFD], "this is a Zstandard archive: unpack it and import the table itself"),
        ([.. "PK"u8, 5, 6], "there is no file in the archive"),
    ];

    private static readonly (string Start, string What)[] _markup =
    [
        ("<!doctype html", "this is a web page: download the file that it offers and import that"),
        ("<html", "this is a web page: download the file that it offers and import that"),
        ("<?xml", "this is XML, such as KML: save it as CSV or GeoJSON and import that"),
        ("<kml", "this is KML: save it as GeoJSON and import that"),
    ];

    public static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B, 0x08];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith(Gzip);

    /// <summary>The whole fixed part of a gzip header makes sense: three bytes alone are met by chance.</summary>
    public static bool IsGzipHeader(ReadOnlySpan<byte> at) =>
        at.Length >= 10 && IsGzip(at) && at[3] < 32 && at[8] is 0 or 2 or 4 && at[9] is < 14 or 255;

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0007\u0008PK"u8);

    /// <returns>Null for what may be text.</returns>
    public static string? WhatItIs(ReadOnlySpan<byte> head)
    {
        foreach (var (start, what) in _known)
        {
            if (head.StartsWith(start))
            {
                return what;
            }
        }

        if (head.Length > TarMark + 5 && head.Slice(TarMark, 5).SequenceEqual("ustar"u8))
        {
            return "this is a tar archive: unpack it and import the table itself";
        }

        var text = System.Text.Encoding.Latin1.GetString(head[..Math.Min(head.Length, 256)]).Replace("ï»¿", "").TrimStart();
        foreach (var (start, what) in _markup)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return what;
            }
        }

        return null;
    }
}
