namespace Dashboard.Data.Import.Opening;

/// <summary>What comes out of a file, read forwards, with an end to what an archive may unpack to. Disposing it leaves the file open.</summary>
internal sealed class UnpackedStream : Stream
{
    private readonly Stream _content;
    private readonly long? _packedBytes;
    private readonly Func<long, bool>? _isWhole;
    private readonly IDisposable? _archive;
    private long _unpacked;

    /// <param name="packedBytes">The length of the archive; null where nothing is packed.</param>
    /// <param name="atEnd">Told the length that came out: is that all there should be?</param>
    public UnpackedStream(Stream content, long? packedBytes, Func<long, bool>? atEnd, IDisposable? archive = null) =>
        (_content, _packedBytes, _isWhole, _archive) = (content, packedBytes, atEnd, archive);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _unpacked; set => throw new NotSupportedException(); }

    public static bool IsDamage(Exception fault) =>
        fault is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException or OverflowException;

    public static UnreadableFileException Damaged() =>
        new(FileFault.Unreadable, "the archive is damaged or breaks off: fetch the file again, or unpack it and import what is in it");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_packedBytes is not { } packed)
        {
            var plain = _content.Read(buffer);
            _unpacked += plain;
            return plain;
        }

        var read = Unpack(buffer);
        _unpacked += read;
        var most = Math.Min(ImportLimits.UnpackedBytes, Math.Max(ImportLimits.AlwaysUnpackedBytes, packed * ImportLimits.UnpackedTimes));
        if (_unpacked > most)
        {
            throw new UnreadableFileException(FileFault.TooLarge,
                $"the archive of {packed:#,0} bytes unpacks to more than {most:#,0}, as a zip bomb does: unpack it and import what is in it");
        }

        return read > 0 || buffer.IsEmpty || _isWhole is null || _isWhole(_unpacked) ? read : throw Damaged();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _packedBytes is not null)
        {
            _content.Dispose();
            _archive?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _content.Read(buffer);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw Damaged();
        }
    }
}
