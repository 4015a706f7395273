using System.Text.Json;
using Dashboard.Data.Export;
using Dashboard.Domain;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>Reads what our own export says before its features.</summary>
internal static class HeaderReader
{
    /// <summary>True when a member <c>dashboard</c> is ours: anybody may have one.</summary>
    public static bool IsOurs(ReadOnlyMemory<byte> json)
    {
        using var header = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return header.RootElement.ValueKind == JsonValueKind.Object
            && header.RootElement.TryGetProperty("format"u8, out var format) && format.ValueKind == JsonValueKind.Number
            && header.RootElement.TryGetProperty("datasets"u8, out _);
    }

    /// <exception cref="UnreadableFileException">It was written by a newer program, or changed since.</exception>
    public static ExportHeader Read(GeoJsonPiece piece)
    {
        var format = Format(piece.Json);
        if (format > FeatureJson.Format)
        {
            throw new UnreadableFileException(FileFault.Unreadable,
                $"line {piece.Line}: the export has format {format}, this program reads {FeatureJson.Format}; use the newer program, or export with this one");
        }

        try
        {
            return JsonSerializer.Deserialize<ExportHeader>(piece.Json.Span, FeatureJson.Options) ?? throw new JsonException("it is null");
        }
        catch (Exception error) when (error is JsonException or RefusedException or InvalidOperationException)
        {
            var cause = error is JsonException { Path: { } path } ? $"{path}: {error.Message}" : error.Message;
            throw new UnreadableFileException(FileFault.Unreadable, $"line {piece.Line}: the part 'dashboard' is not as it was exported: {cause}");
        }
    }

    private static double Format(ReadOnlyMemory<byte> json)
    {
        using var header = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return header.RootElement.GetProperty("format"u8).GetDouble();
    }
}
