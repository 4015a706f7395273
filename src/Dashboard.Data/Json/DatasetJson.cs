using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Json;

/// <summary>
/// The one way in which domain values are written as JSON, in dataset files and in the database: property names as in the
/// code, in camel case; unknown values left out; nothing accepted that the domain does not know.
/// </summary>
internal static class DatasetJson
{
    /// <summary>For columns.</summary>
    public static JsonSerializerOptions Compact { get; } = Common();

    /// <summary>For files that people read: a property a line, small values on one line.</summary>
    public static JsonSerializerOptions Pretty { get; } = new(Common(
        new OneLineConverter<Claimant>(Compact),
        new OneLineConverter<ClaimedNumber>(Compact),
        new OneLineConverter<Evidence>(Compact),
        new OneLineConverter<GeoPoint>(Compact),
        new OneLineConverter<LocatedPoint>(Compact),
        new OneLineConverter<Toll>(Compact),
        new OneLineConverter<ValueList<Alias>>(Compact),
        new OneLineConverter<ValueList<Basis>>(Compact),
        new OneLineConverter<ValueList<GeoPoint>>(Compact),
        new OneLineConverter<ValueList<LocatedPoint>>(Compact),
        new OneLineConverter<ValueList<Weapon>>(Compact),
        new OneLineConverter<ValueList<string>>(Compact)))
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <param name="json">What <see cref="Of{T}"/> made of a value.</param>
    public static T Value<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact)!;

    public static string OfWords(IEnumerable<string> words) => JsonSerializer.Serialize(words, Compact);

    public static ValueList<string> Words(string json) => JsonSerializer.Deserialize<ValueList<string>>(json, Compact)!;

    /// <param name="first">What goes before the converters that both ways share.</param>
    private static JsonSerializerOptions Common(params IEnumerable<JsonConverter> first)
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The output is read as JSON, never as part of a page: names in any script stay legible.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsComputed, LeaveOutWhatIsNotUpstream, LetUnknownBeAbsent, KeepTheOrderOfTheCode, TellGeometriesApart } },
        };
        IEnumerable<JsonConverter> shared =
        [
            new JsonStringEnumConverter(EnumWord.Naming, allowIntegerValues: false),
            new ValueListConverterFactory(),
            new UtcConverter(),
            new PartialDateConverter(),
            new IncidentKindConverter(),
            new BasisConverter(),
            new GeoPointConverter(),
            new GeoPrecisionConverter(),
            new TimeWindowConverter(),
        ];
        foreach (var converter in first.Concat(shared))
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    private static void LeaveOutWhatIsComputed(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null && property.AssociatedParameter is null).ToList())
        {
            type.Properties.Remove(computed);
        }
    }

    /// <summary>Most incidents have neither row nor columns upstream.</summary>
    private static void LeaveOutWhatIsNotUpstream(JsonTypeInfo type)
    {
        foreach (var property in type.Type == typeof(Incident) ? type.Properties : [])
        {
            property.ShouldSerialize = property.AttributeProvider switch
            {
                PropertyInfo { Name: nameof(Incident.Attributes) } => (_, value) => value is ValueList<UpstreamAttribute> { Count: > 0 },
                PropertyInfo { Name: nameof(Incident.IsLead) } => (_, value) => value is true,
                _ => property.ShouldSerialize,
            };
        }
    }

    private static void LetUnknownBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable || property.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }
    }

    private static void KeepTheOrderOfTheCode(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.Order = property.AssociatedParameter?.Position ?? property.Order;
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
