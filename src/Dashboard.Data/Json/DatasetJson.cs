using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Json;

/// <summary>
/// The one way in which domain values are written as JSON, in dataset files and in the database: property names as in the
/// code, in camel case; unknown values left out; nothing that the domain does not know.
/// </summary>
internal static class DatasetJson
{
    /// <summary>For files that people read.</summary>
    public static JsonSerializerOptions Pretty { get; } = Options(pretty: true);

    /// <summary>For columns.</summary>
    public static JsonSerializerOptions Compact { get; } = Options(pretty: false);

    public static string? OfGeometry(Geometry? geometry) => geometry is null ? null : JsonSerializer.Serialize(geometry, Compact);

    public static Geometry? Geometry(string? json) => json is null ? null : JsonSerializer.Deserialize<Geometry>(json, Compact);

    public static string OfWords(ValueList<string> words) => JsonSerializer.Serialize(words, Compact);

    public static ValueList<string> Words(string json) => JsonSerializer.Deserialize<ValueList<string>>(json, Compact)!;

    private static JsonSerializerOptions Options(bool pretty) => new(JsonSerializerOptions.Strict)
    {
        WriteIndented = pretty,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The output is read as JSON, never as part of a page: names in any script stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(EnumWord.Naming, allowIntegerValues: false),
            new ValueListConverterFactory(),
            new UtcConverter(),
            new PartialDateConverter(),
            new IncidentKindConverter(),
            new BasisConverter(),
            new GeoPointConverter(),
            new GeoPrecisionConverter(),
            new TimeWindowConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsComputed, LetUnknownBeAbsent, TellGeometriesApart } },
    };

    private static void LeaveOutWhatIsComputed(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null && property.AssociatedParameter is null).ToList())
        {
            type.Properties.Remove(computed);
        }
    }

    private static void LetUnknownBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable || property.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }
    }

    private static void TellGeometriesApart(JsonTypeInfo type)
    {
        if (type.Type == typeof(Geometry))
        {
            type.PolymorphismOptions = new()
            {
                TypeDiscriminatorPropertyName = "shape",
                UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
                DerivedTypes =
                {
                    new(typeof(PointGeometry), "point"),
                    new(typeof(MultiPointGeometry), "multipoint"),
                    new(typeof(LineGeometry), "line"),
                    new(typeof(PolygonGeometry), "polygon"),
                    new(typeof(RouteGeometry), "route"),
                },
            };
        }
    }
}
