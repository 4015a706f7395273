using System.Buffers;
using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Endpoints;

/// <summary>Bytes as they travel: packed with Brotli, once for all who ask.</summary>
internal static class Packing
{
    /// <summary>Of 11. The numbers left over in a time-tile are nearly random: more work saves a hundredth of the bytes, and takes several times as long.</summary>
    private const int Quality = 4;

    private const int Window = 22;

    public static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var length, Quality, Window) ? room[..length] : throw new InvalidOperationException("an answer did not fit where it has to");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}

/// <summary>Sends packed bytes as they are to who can unpack them, and anew to who cannot.</summary>
/// <param name="type">Of what is packed.</param>
internal sealed class PackedResult(byte[] packed, string type) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        var (accepted, headers) = (context.Request.GetTypedHeaders().AcceptEncoding, context.Response.Headers);
        context.Response.ContentType = type;
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
