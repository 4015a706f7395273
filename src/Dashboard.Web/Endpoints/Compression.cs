using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dashboard.Web.Endpoints;

/// <summary>Text travels compressed. No answer mixes a secret with a stranger's words, so https changes nothing.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", Corrections.CorrectionsAddress.AtomType, Corrections.CorrectionsAddress.JsonType];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }
}
