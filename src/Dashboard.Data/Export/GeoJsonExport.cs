using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Data.Documents;

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
    /// <param name="lens">Whose account each feature tells too; null for none.</param>
    /// <param name="moment">Of when the incidents are; the numbers are of that revision.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync(DashboardStore store, IReadOnlyList<long> numbers, ExportLens? lens, string view, string revision, ExportMoment moment, TimeProvider clock, Stream to, CancellationToken stop)
    {
        var datasets = new DatasetsInUse(store, moment);
        var asTheyLie = new ExportedIncidents(store, datasets, [.. numbers.Order()]);
        var head = Head(await ExportedParts.GatherAsync(asTheyLie, stop), view, revision, clock.GetUtcNow());
        await to.WriteAsync(head, stop);
        var incidents = new ExportedIncidents(store, datasets, numbers);
        var columns = store.Read(reader => reader.ColumnNames);
        var lanes = Enumerable.Range(0, ExportedIncidents.Lanes).Select(_ => new Lane(columns, lens)).ToList();
        var count = 0L;
        await foreach (var (lane, features) in incidents.Batches(lanes, Write, stop))
        {
            await lane.SendAsync(to, isFirst: count == 0, stop);
            count += features;
        }

        await to.WriteAsync("]}\n"u8.ToArray(), stop);
        return count;

        static void Write(Lane lane, DatasetParts dataset, in CutDocument document) => lane.Write(dataset, document);
    }

    /// <summary>All that stands before the first feature.</summary>
    private static ReadOnlyMemory<byte> Head(IEnumerable<ExportedParts> datasets, string view, string revision, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, _compact);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartObject("dashboard"u8);
        json.WriteNumber("format"u8, FeatureJson.Format);
        json.WriteString("exported"u8, now.UtcDateTime.ToString(FeatureJson.InstantForm, CultureInfo.InvariantCulture));
        json.WriteString("view"u8, view);
        json.WriteString("revision"u8, revision);
        json.WriteStartArray("datasets"u8);
        foreach (var dataset in datasets)
        {
            JsonSerializer.Serialize(json, dataset.Said(), FeatureJson.Options);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("features"u8);
        json.Flush();
        return buffer.WrittenMemory;
    }

    private sealed class Lane
    {
        private readonly OutputBytes _bytes = new(1 << 21);
        private readonly FeatureWriter _features;

        public Lane(ColumnNames columns, ExportLens? lens) => _features = new FeatureWriter(_bytes, columns, lens is null ? null : new TellingOfLens(lens));

        /// <summary>A line each: what is said of a line of the file is said of one incident.</summary>
        public void Write(DatasetParts dataset, in CutDocument document)
        {
            _bytes.Add(",\n"u8);
            _features.Write(dataset, document);
        }

        /// <param name="isFirst">True when no feature stands before these.</param>
        public async Task SendAsync(Stream to, bool isFirst, CancellationToken stop)
        {
            await to.WriteAsync(isFirst && _bytes.Count > 0 ? _bytes.Memory[1..] : _bytes.Memory, stop);
            _bytes.Clear();
        }
    }
}
