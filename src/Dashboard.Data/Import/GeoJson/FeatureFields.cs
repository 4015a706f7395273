using System.Globalization;
using System.Text.Json;
using Dashboard.Data.Export;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>The members of one object of our own export. What is not as it was exported refuses the feature, by its path.</summary>
internal readonly struct FeatureFields(JsonElement json, string path)
{
    public JsonElement Json { get; } = json.ValueKind == JsonValueKind.Object
        ? json
        : throw new FeatureRefusedException(path, json.ValueKind == JsonValueKind.Undefined ? "" : json.GetRawText(), "an object is expected here");

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name) => Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? JsonText.String(value, At(name))
        : throw Wrong(name, value, "a text");

    public int? Whole(string name) => Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Wrong(name, value, "a whole number");

    public double? Number(string name) => Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number
        : throw Wrong(name, value, "a number");

    public bool Flag(string name) => Value(name) is { } value
        && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, value, "true or false"));

    public GeoPrecision? Precision(string name) => Number(name) is { } metres ? new GeoPrecision(metres) : null;

    public PartialDate? Date(string name) => TextOrNull(name) is { } text ? PartialDate.Parse(text) : null;

    public DateTimeOffset? Instant(string name)
    {
        return TextOrNull(name) is not { } text ? null
            : DateTimeOffset.TryParseExact(text, FeatureJson.InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : throw new FeatureRefusedException(At(name), text, "an instant in UTC is written 2024-01-28T02:30:00Z");
    }

    /// <summary>Seconds, with a fraction where there is one.</summary>
    public TimeSpan? Seconds(string name) => Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var seconds) && Math.Abs(seconds) < long.MaxValue / TimeSpan.TicksPerSecond
            ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : throw Wrong(name, value, "a number of seconds");

    public T Word<T>(string name)
        where T : struct, Enum => WordOrNull<T>(name) ?? throw Missing(name);

    public T? WordOrNull<T>(string name)
        where T : struct, Enum
    {
        if (TextOrNull(name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (EnumWord.Of(value) == text)
            {
                return value;
            }
        }

        throw new FeatureRefusedException(At(name), text, $"it is none of {string.Join(", ", Enum.GetValues<T>().Select(EnumWord.Of))}");
    }

    /// <summary>The object of this name.</summary>
    public FeatureFields Object(string name) => new(Value(name) ?? throw Missing(name), At(name));

    public FeatureFields? ObjectOrNull(string name) => Value(name) is { } value ? new FeatureFields(value, At(name)) : null;

    /// <summary>The objects of the list; none where there is no list.</summary>
    public ValueList<T> Objects<T>(string name, Func<FeatureFields, T> read)
    {
        var at = At(name);
        return List(name, (item, index) => read(new FeatureFields(item, $"{at}[{index}]")));
    }

    public ValueList<string> Texts(string name)
    {
        var at = At(name);
        return List(name, (item, index) => item.ValueKind == JsonValueKind.String
            ? JsonText.String(item, at)
            : throw new FeatureRefusedException($"{at}[{index}]", item.GetRawText(), "a text is expected here"));
    }

    /// <summary>Parts that are written as in dataset files.</summary>
    public ValueList<T> Parts<T>(string name)
    {
        var at = At(name);
        return List(name, (item, index) =>
        {
            try
            {
                return item.Deserialize<T>(FeatureJson.Options) ?? throw new JsonException("it is null");
            }
            catch (Exception error) when (error is JsonException or RefusedException)
            {
                throw new FeatureRefusedException($"{at}[{index}]", item.GetRawText(), $"it is not as it was exported: {error.Message}");
            }
        });
    }

    /// <summary>What it rests on: where nothing is said, the same as the incident.</summary>
    public Evidence Evidence(string name, Evidence ofIncident) => ObjectOrNull(name) is { } said
        ? new Evidence(said.Basis(), said.WordOrNull<Confidence>("confidence"))
        : ofIncident;

    public ValueList<Basis> Basis() => Texts("basis").Select(word =>
        word == EnumWord.Of(BasisKind.GeneralKnowledge) ? Domain.Sources.Basis.GeneralKnowledge
        : word == EnumWord.Of(BasisKind.Derived) ? Domain.Sources.Basis.Derived
        : Domain.Sources.Basis.Source(word)).ToValueList();

    public TollReading Toll(string name, Evidence ofIncident) => ObjectOrNull(name) is { } said
        ? new TollReading(new Toll(said.Whole("low"), said.Whole("best"), said.Whole("high")), said.TextOrNull("note"), said.Evidence("evidence", ofIncident))
        : new TollReading(Domain.Incidents.Toll.Unknown, null, ofIncident);

    public ValueList<T> List<T>(string name, Func<JsonElement, int, T> read) => Value(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(read).ToValueList()
        : throw Wrong(name, value, "a list");

    private JsonElement? Value(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private FeatureRefusedException Missing(string name) => new(At(name), "", "it is missing");

    private FeatureRefusedException Wrong(string name, JsonElement value, string expected) => new(At(name), value.GetRawText(), $"{expected} is expected here");
}
