using System.Buffers;
using System.IO.Compression;
using Dashboard.Index.Tiles;
using Dashboard.Web.Explore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Endpoints;

/// <summary>The bytes of a time-tile as they travel: packed with Brotli, once.</summary>
internal static class PackedTile
{
    /// <summary>Of 11. The numbers left over are nearly random: more work saves a hundredth of the bytes, and takes several times as long.</summary>
    private const int Quality = 4;

    private const int Window = 22;

    /// <summary>How many times as many bytes packing leaves as there is to tell.</summary>
    private const double UsualLikeness = 1.1;

    public static byte[] Of(TimeTile tile) => Packed(TimeTileFormat.Write(tile));

    /// <summary>The same, unless that were more than <paramref name="most"/> bytes and longer steps would make it fewer: then which.</summary>
    public static KeptAnswer Of(TimeTile tile, TileSpan span, int most)
    {
        var least = TileInformation.BytesAt(tile, span.Step);
        var packed = least < most ? Of(tile) : null;
        if (packed?.Length <= most)
        {
            return new KeptAnswer(packed);
        }

        var likeness = packed is null ? UsualLikeness : packed.Length / least;
        return span.StepFor(tile, most, likeness) is { } step ? new KeptAnswer([], step) : new KeptAnswer(packed ?? Of(tile));
    }

    private static byte[] Packed(byte[] bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var length, Quality, Window) ? room[..length] : throw new InvalidOperationException("a time-tile did not fit where it has to");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}

/// <summary>Sends packed bytes as they are to who can unpack them, and anew to who cannot.</summary>
internal sealed class PackedResult(byte[] packed) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        var (accepted, headers) = (context.Request.GetTypedHeaders().AcceptEncoding, context.Response.Headers);
        context.Response.ContentType = "application/octet-stream";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (IsAmong(accepted, "br"))
        {
            headers.ContentEncoding = "br";
            context.Response.ContentLength = packed.Length;
            return context.Response.Body.WriteAsync(packed, context.RequestAborted).AsTask();
        }

        return IsAmong(accepted, "gzip") ? SendAsGzip(context) : Unpacked().CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task SendAsGzip(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await Unpacked().CopyToAsync(gzip, context.RequestAborted);
    }

    private BrotliStream Unpacked() => new(new MemoryStream(packed), CompressionMode.Decompress);

    private static bool IsAmong(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);
}
