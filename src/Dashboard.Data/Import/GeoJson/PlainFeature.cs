using System.Text.Json;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>A feature of anybody's GeoJSON as a row of a table: its id, its properties, its shape.</summary>
/// <param name="Columns">The names, each once, in the order of the file.</param>
/// <param name="Cells">What stands there, as text.</param>
internal sealed record PlainFeature(long Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Cells, Geometry? Shape)
{
    /// <summary>The name under which the feature's own id goes, and the original of a shape that has less.</summary>
    private const string Id = "id";
    private const string Original = "geometry";

    /// <exception cref="FeatureRefusedException">It is no feature, or its geometry is none.</exception>
    public static PlainFeature Read(JsonElement json, long line)
    {
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type"u8, out var said) && said.ValueKind == JsonValueKind.String
            ? JsonText.String(said, "type")
            : throw new FeatureRefusedException("type", "", "a Feature is expected here");
        var isFeature = type == "Feature";
        if (!isFeature && !GeoJsonGeometry.IsType(type))
        {
            throw new FeatureRefusedException("type", type, "a Feature is expected here");
        }

        if (json.TryGetProperty("crs"u8, out var system) && ReferenceSystem.Fault(system) is { } fault)
        {
            throw new FeatureRefusedException("crs", system.GetRawText(), fault);
        }

        var geometry = isFeature ? Member(json, "geometry"u8) : json;
        var shape = GeoJsonGeometry.Read(geometry);
        var row = new Row();
        row.Add(Id, Member(json, "id"u8));
        row.AddEach(Properties(Member(json, "properties"u8)), but: []);
        row.AddEach(json, but: ["type", "id", "geometry", "properties", "bbox", "crs", "coordinates", "geometries"]);
        if (shape is { IsWhole: false })
        {
            row.Add(Original, geometry);
        }

        return new PlainFeature(line, row.Columns, row.Cells, shape?.Shape);
    }

    private static JsonElement Member(JsonElement json, ReadOnlySpan<byte> name) => json.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement Properties(JsonElement properties) =>
        properties.ValueKind is JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined
            ? properties
            : throw new FeatureRefusedException("properties", properties.GetRawText(), "the properties must be an object or null");

    private sealed class Row
    {
        public List<string> Columns { get; } = [];

        public List<string> Cells { get; } = [];

        public void AddEach(JsonElement members, ReadOnlySpan<string> but)
        {
            if (members.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            foreach (var member in members.EnumerateObject())
            {
                var name = JsonText.Name(member);
                if (!but.Contains(name))
                {
                    Add(string.IsNullOrWhiteSpace(name) ? "(no name)" : name, member.Value);
                }
            }
        }

        /// <summary>A name that is taken (by the id of the feature, by a property) goes on with a number.</summary>
        public void Add(string name, JsonElement value)
        {
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                return;
            }

            var free = name;
            for (var number = 2; Columns.Contains(free); number++)
            {
                free = $"{name} {number}";
            }

            Columns.Add(free);
            Cells.Add(JsonText.Of(value, name));
        }
    }
}
