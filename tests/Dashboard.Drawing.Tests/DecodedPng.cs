using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Dashboard.Drawing.Tests;

/// <summary>Reads back what the product writes: PNG with eight bits of red, green and blue.</summary>
internal sealed class DecodedPng
{
    private const int Channels = 3;

    private readonly byte[] _pixels;

    private DecodedPng(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    public Colour this[int x, int y] => new(_pixels[At(x, y)], _pixels[At(x, y) + 1], _pixels[At(x, y) + 2]);

    public static DecodedPng Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file[..8]);
        var (width, height) = (Number(file, 16), Number(file, 20));
        Assert.Equal([8, 2, 0, 0, 0], file[24..29]);
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length; at += Number(file, at) + 12)
        {
            if (Encoding.ASCII.GetString(file, at + 4, 4) == "IDAT")
            {
                packed.Write(file, at + 8, Number(file, at));
            }
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var (pixels, length) = (new byte[width * height * Channels], width * Channels);
        for (var row = 0; row < height; row++)
        {
            Assert.Equal(2, rows.ReadByte());
            rows.ReadExactly(pixels, row * length, length);
            for (var i = row * length; row > 0 && i < (row + 1) * length; i++)
            {
                pixels[i] += pixels[i - length];
            }
        }

        Assert.Equal(-1, rows.ReadByte());
        return new DecodedPng(width, height, pixels);
    }

    /// <summary>A part of it, from one row up to another.</summary>
    public DecodedPng Rows(int from, int to) => new(Width, to - from, _pixels[(from * Width * Channels)..(to * Width * Channels)]);

    /// <summary>How many separate patches of exactly this colour there are, of at least so many pixels.</summary>
    public int Patches(Colour colour, int least)
    {
        var seen = new bool[Width * Height];
        var patches = 0;
        for (var start = 0; start < seen.Length; start++)
        {
            patches += !seen[start] && SizeOf(start) >= least ? 1 : 0;
        }

        return patches;

        int SizeOf(int start)
        {
            var (size, open) = (0, new Stack<int>([start]));
            while (open.TryPop(out var at))
            {
                if (seen[at] || this[at % Width, at / Width] != colour)
                {
                    continue;
                }

                seen[at] = true;
                size++;
                foreach (var next in new[] { at % Width > 0 ? at - 1 : at, at % Width < Width - 1 ? at + 1 : at, at - Width, at + Width }.Where(next => next >= 0 && next < seen.Length))
                {
                    open.Push(next);
                }
            }

            return size;
        }
    }

    private int At(int x, int y) => ((y * Width) + x) * Channels;

    private static int Number(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
