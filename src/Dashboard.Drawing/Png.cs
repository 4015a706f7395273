using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Dashboard.Drawing.Fonts;

namespace Dashboard.Drawing;

/// <summary>Writes a sheet as PNG: red, green and blue of eight bits, compressed row by row.</summary>
public static class Png
{
    public const string Type = "image/png";

    private const int ChunkBytes = 64 * 1024;

    /// <summary>A row is written as the difference to the row above: most of a map is like what lies above it.</summary>
    private const byte LikeAbove = 2;

    private static readonly byte[] _signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    private static readonly uint[] _checks = [.. Enumerable.Range(0, 256).Select(number =>
    {
        var check = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            check = (check & 1) == 1 ? 0xedb88320u ^ (check >> 1) : check >> 1;
        }

        return check;
    })];

    /// <param name="scale">How many pixels side by side make one of the sheet.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static byte[] Write(Sheet sheet, Typeface typeface, double scale, CancellationToken stop)
    {
        var raster = new Raster(sheet, typeface, scale, stop);
        using var file = new MemoryStream();
        file.Write(_signature);
        WriteChunk(file, "IHDR", Header(raster));
        using (var chunks = new BufferedStream(new ChunkStream(file), ChunkBytes))
        using (var packed = new ZLibStream(chunks, CompressionLevel.Fastest, leaveOpen: true))
        {
            WriteRows(raster, packed, stop);
        }

        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Header(Raster raster)
    {
        const byte Depth = 8;
        const byte TrueColour = 2;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), raster.Height);
        (header[8], header[9]) = (Depth, TrueColour);
        return header;
    }

    private static void WriteRows(Raster raster, Stream to, CancellationToken stop)
    {
        var length = raster.Width * Raster.Channels;
        var (above, line) = (new byte[length], new byte[length + 1]);
        line[0] = LikeAbove;
        foreach (var band in raster.Bands(stop))
        {
            for (var at = 0; at < band.Length; at += length)
            {
                var row = band.Span.Slice(at, length);
                for (var i = 0; i < length; i++)
                {
                    line[i + 1] = (byte)(row[i] - above[i]);
                }

                to.Write(line);
                row.CopyTo(above);
            }
        }
    }

    private static void WriteChunk(Stream to, string name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        Span<byte> letters = stackalloc byte[4];
        Encoding.ASCII.GetBytes(name, letters);
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        to.Write(number);
        to.Write(letters);
        to.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checked(Checked(uint.MaxValue, letters), content));
        to.Write(number);
    }

    private static uint Checked(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            check = _checks[(byte)(check ^ value)] ^ (check >> 8);
        }

        return check;
    }

    /// <summary>What is written at once becomes a chunk of the picture.</summary>
    private sealed class ChunkStream(Stream file) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer) => WriteChunk(file, "IDAT", buffer);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
