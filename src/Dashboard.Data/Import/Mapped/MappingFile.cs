using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Domain;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// A mapping as a JSON file: <c>{"columns": {"Datum": "start", "Ort": "place"}, "dateOrder": "dayMonthYear", "excelSerials": false,
/// "decimalComma": true, "offsetMinutes": 180, "defaultKind": "incident"}</c>. All but the columns may be left out; nothing else may stand in it.
/// </summary>
public static class MappingFile
{
    private const int MostOffset = 14 * 60;

    private static readonly JsonWriterOptions _written = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="proposed">What stands where the file says nothing; null for what a mapping is by itself.</param>
    /// <returns>The columns of the file alone, and all else of it.</returns>
    /// <exception cref="RefusedException">The message names the path within the file and what belongs there.</exception>
    public static Mapping Read(Stream stream, Mapping? proposed = null)
    {
        proposed ??= new Mapping { Columns = [] };
        try
        {
            var root = JsonNode.Parse(stream, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 8 }) as JsonObject
                ?? throw new RefusedException("$: a mapping is an object with columns in it");
            foreach (var (name, _) in root)
            {
                if (name is not ("columns" or "dateOrder" or "excelSerials" or "decimalComma" or "offsetMinutes" or "defaultKind"))
                {
                    throw new RefusedException($"$.{name}: a mapping has no such part");
                }
            }

            return proposed with
            {
                Columns = Columns(root["columns"]),
                DateOrder = root["dateOrder"] is { } order ? Word<DateOrder>("$.dateOrder", order) : proposed.DateOrder,
                ExcelSerials = root["excelSerials"] is { } serials ? Flag("excelSerials", serials) : proposed.ExcelSerials,
                DecimalComma = root["decimalComma"] is { } comma ? Flag("decimalComma", comma) : proposed.DecimalComma,
                OffsetMinutes = root["offsetMinutes"] is { } minutes ? Offset(minutes) : proposed.OffsetMinutes,
                DefaultKind = root["defaultKind"] is { } kind ? Text("$.defaultKind", kind) : proposed.DefaultKind,
            };
        }
        catch (JsonException error)
        {
            throw new RefusedException($"the mapping is no JSON: {error.Message}");
        }
    }

    public static void Write(Stream stream, Mapping mapping)
    {
        using var writer = new Utf8JsonWriter(stream, _written);
        writer.WriteStartObject();
        writer.WriteStartObject("columns");
        foreach (var (column, meaning) in mapping.Columns)
        {
            writer.WriteString(column, Written(meaning));
        }

        writer.WriteEndObject();
        if (mapping.DateOrder is { } order)
        {
            writer.WriteString("dateOrder", Written(order));
        }

        writer.WriteBoolean("excelSerials", mapping.ExcelSerials);
        writer.WriteBoolean("decimalComma", mapping.DecimalComma);
        writer.WriteNumber("offsetMinutes", mapping.OffsetMinutes);
        writer.WriteString("defaultKind", mapping.DefaultKind);
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static ValueList<ColumnMapping> Columns(JsonNode? node)
    {
        var columns = node as JsonObject ?? throw new RefusedException("$.columns: an object is missing that gives each column its meaning");
        return columns
            .Select(column => new ColumnMapping(column.Key, Word<ColumnMeaning>($"$.columns['{column.Key}']", column.Value)))
            .ToValueList();
    }

    private static T Word<T>(string path, JsonNode? node)
        where T : struct, Enum
    {
        var text = Text(path, node);
        foreach (var value in Enum.GetValues<T>())
        {
            if (Written(value) == text)
            {
                return value;
            }
        }

        throw new RefusedException($"{path}: '{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Written))}");
    }

    private static string Text(string path, JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : throw new RefusedException($"{path}: a text is missing");

    private static bool Flag(string name, JsonNode node) =>
        node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : throw new RefusedException($"$.{name}: it is true or false");

    private static int Offset(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<int>(out var minutes) && minutes is >= -MostOffset and <= MostOffset
            ? minutes
            : throw new RefusedException($"$.offsetMinutes: it is a whole number of minutes from -{MostOffset} to {MostOffset}");

    private static string Written<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
