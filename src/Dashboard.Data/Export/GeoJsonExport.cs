using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Data.Export;

/// <summary>
/// Writes incidents as GeoJSON that every program reads and that has all: imported into an empty store, it is the same
/// dataset. A feature has its incident with places, sources and claims; what no incident carries stands before them.
/// </summary>
public static class GeoJsonExport
{
    private static readonly JsonWriterOptions _compact = new()
    {
        // The output is read as JSON, never as part of a page: names in any script stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes these incidents in this order, as fast as they are taken; none of it is ever in memory whole.</summary>
    /// <param name="numbers">Their numbers in the store.</param>
    /// <param name="view">The query string of the view that they are, for whoever finds the file.</param>
    /// <param name="revision">What the revision is called that they are of.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync(DashboardStore store, IReadOnlyList<long> numbers, string view, string revision, TimeProvider clock, Stream to, CancellationToken stop)
    {
        var incidents = new ExportedIncidents(store, numbers);
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        var json = new Utf8JsonWriter(buffer, _compact);
        await using var _ = json;
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartObject("dashboard"u8);
        json.WriteNumber("format"u8, FeatureJson.Format);
        json.Instant("exported"u8, clock.GetUtcNow());
        json.WriteString("view"u8, view);
        json.WriteString("revision"u8, revision);
        json.WriteStartArray("datasets"u8);
        foreach (var dataset in await ExportedParts.GatherAsync(incidents, stop))
        {
            JsonSerializer.Serialize(json, dataset.Said(), FeatureJson.Options);
            await SendAsync();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("features"u8);
        var features = new FeatureWriter(json);
        var count = 0L;
        await foreach (var batch in incidents.Batches(stop))
        {
            foreach (var stored in batch)
            {
                // A line each: what is said of a line of the file is said of one incident.
                json.Flush();
                buffer.Write("\n"u8);
                features.Write(incidents.Parts(stored.Dataset), stored.Incident, stored.Claims);
            }

            count += batch.Count;
            await SendAsync();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        await SendAsync();
        return count;

        async Task SendAsync()
        {
            json.Flush();
            await to.WriteAsync(buffer.WrittenMemory, stop);
            buffer.ResetWrittenCount();
        }
    }
}
