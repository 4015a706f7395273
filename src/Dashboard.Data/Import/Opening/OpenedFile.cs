using System.IO.Compression;

namespace Dashboard.Data.Import.Opening;

/// <summary>A file as it was given, and the one file that is in it where it is packed. It can be read from its beginning any number of times.</summary>
internal sealed class OpenedFile
{
    private readonly Stream _file;
    private readonly Packing _packing;

    private OpenedFile(Stream file, Packing packing, string name) => (_file, _packing, Name) = (file, packing, name);

    private enum Packing
    {
        None,
        Gzip,
        Zip,
    }

    /// <summary>What the file is called, unpacked; its folders and the ending of the packing left out.</summary>
    public string Name { get; private init; }

    /// <summary>The first megabyte, unpacked.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>True when <see cref="Head"/> is all of it.</summary>
    public bool IsWhole { get; private set; }

    /// <param name="file">One that can seek; it stays open.</param>
    /// <exception cref="UnreadableFileException">It is empty, a bad archive, or holds no text.</exception>
    public static OpenedFile Open(Stream file, string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var packed = new OpenedFile(file, Packing.None, name);
        packed.ReadHead();
        var packing = FileSignature.IsGzip(packed.Head) ? Packing.Gzip : FileSignature.IsZip(packed.Head) ? Packing.Zip : Packing.None;
        var opened = packing switch
        {
            Packing.Gzip => new OpenedFile(file, packing, WithoutEnding(name, ".gz")),
            Packing.Zip => new OpenedFile(file, packing, ZipFile(file, archive => ZipContent.Only(archive).Name)),
            _ => packed,
        };
        if (packing != Packing.None)
        {
            opened.ReadHead();
            if (FileSignature.IsGzip(opened.Head) || FileSignature.IsZip(opened.Head))
            {
                throw new UnreadableFileException(FileFault.WrongType, "there is an archive inside the archive: unpack it and import the table itself");
            }
        }

        if (opened.Head.Length == 0)
        {
            throw new UnreadableFileException(FileFault.Empty, "the file is empty");
        }

        return FileSignature.WhatItIs(opened.Head) is { } what ? throw new UnreadableFileException(FileFault.WrongType, what) : opened;
    }

    /// <summary>Its content from the beginning. Only one of them is read at a time.</summary>
    public Stream Unpack()
    {
        _file.Position = 0;
        return _packing switch
        {
            Packing.Gzip => new UnpackedStream(new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true), _file.Length, GzipEnd.CheckOf(_file)),
            Packing.Zip => UnzippedStream(),
            _ => new UnpackedStream(_file, packedBytes: null, atEnd: null),
        };
    }

    private static string WithoutEnding(string name, string ending) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;

    private static T ZipFile<T>(Stream file, Func<ZipArchive, T> use)
    {
        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return use(archive);
        }
        catch (Exception fault) when (UnpackedStream.IsDamage(fault))
        {
            throw UnpackedStream.Damaged();
        }
    }

    private UnpackedStream UnzippedStream()
    {
        try
        {
            var archive = new ZipArchive(_file, ZipArchiveMode.Read, leaveOpen: true);
            var entry = ZipContent.Only(archive);
            return new UnpackedStream(entry.Open(), _file.Length, unpacked => unpacked == entry.Length, archive);
        }
        catch (Exception fault) when (UnpackedStream.IsDamage(fault))
        {
            throw UnpackedStream.Damaged();
        }
    }

    private void ReadHead()
    {
        using var content = Unpack();
        var head = new byte[(int)Math.Min(ImportLimits.HeadBytes + 1, _packing == Packing.None ? _file.Length + 1 : long.MaxValue)];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        IsWhole = length <= ImportLimits.HeadBytes;
        Head = head[..Math.Min(length, ImportLimits.HeadBytes)];
    }
}
