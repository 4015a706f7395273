using System.Text.Json;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>The old member <c>crs</c>: where it names something else than longitude and latitude in WGS 84, the numbers are no degrees.</summary>
internal static class ReferenceSystem
{
    /// <inheritdoc cref="Fault(JsonElement)"/>
    public static string? Fault(ReadOnlyMemory<byte> json)
    {
        using var crs = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return Fault(crs.RootElement);
    }

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Fault(JsonElement crs)
    {
        if (crs.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var name = crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties"u8, out var properties)
            && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("name"u8, out var named) && named.ValueKind == JsonValueKind.String
            ? JsonText.String(named, "crs")
            : null;
        return name is not null && IsWgs84(name.ToUpperInvariant())
            ? null
            : $"the coordinates are in {name ?? "a reference system that is not named"}, not in longitude and latitude of WGS 84; convert the file first (ogr2ogr -t_srs EPSG:4326)";
    }

    private static bool IsWgs84(string name) =>
        name.EndsWith(":CRS84", StringComparison.Ordinal)
        || (name.Contains("EPSG", StringComparison.Ordinal) && name.EndsWith(":4326", StringComparison.Ordinal))
        || name.EndsWith("/CRS84", StringComparison.Ordinal)
        || name.EndsWith("/EPSG/0/4326", StringComparison.Ordinal)
        || name is "CRS84" or "WGS84" or "WGS 84";
}
