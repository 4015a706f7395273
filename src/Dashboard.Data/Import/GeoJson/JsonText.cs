using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>What JSON says, as text. Half a character, which JSON can hold and no text can, refuses the feature.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter("");
        }
    }

    /// <summary>A text as it is, a number as it is written, a list or an object as compact JSON; nothing for null.</summary>
    public static string Of(JsonElement value, string column) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => String(value, column),
        JsonValueKind.Object or JsonValueKind.Array => Compact(value, column),
        _ => value.GetRawText(),
    };

    public static string String(JsonElement value, string column)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter(column);
        }
    }

    public static string Compact(JsonElement value, string column)
    {
        var text = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(text, _readable);
            value.WriteTo(writer);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw HalfCharacter(column);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static FeatureRefusedException HalfCharacter(string column) =>
        new(column, "", "a text in it has half a character (a lone surrogate, or bytes that are not UTF-8)");
}
