using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Json;

/// <summary>A domain value that is one word in JSON.</summary>
internal abstract class WordConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"a {typeof(T).Name} is written as a text");
        try
        {
            return Parse(word);
        }
        catch (Exception error) when (error is RefusedException or FormatException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    protected abstract T Parse(string word);

    protected abstract string Format(T value);
}

/// <summary>An instant in UTC: <c>2024-01-28T02:30:00Z</c>, with a fraction of a second only where there is one.</summary>
internal sealed class UtcConverter : WordConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    protected override DateTimeOffset Parse(string word) =>
        DateTimeOffset.ParseExact(word, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    protected override string Format(DateTimeOffset value) => value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
}

internal sealed class PartialDateConverter : WordConverter<PartialDate>
{
    protected override PartialDate Parse(string word) => PartialDate.Parse(word);

    protected override string Format(PartialDate value) => value.Text;
}

internal sealed class IncidentKindConverter : WordConverter<IncidentKind>
{
    protected override IncidentKind Parse(string word) => new(word);

    protected override string Format(IncidentKind value) => value.Key;
}

/// <summary>A basis is the id of a source, or one of two words.</summary>
internal sealed class BasisConverter : WordConverter<Basis>
{
    private static readonly string _generalKnowledge = EnumWord.Of(BasisKind.GeneralKnowledge);
    private static readonly string _derived = EnumWord.Of(BasisKind.Derived);

    protected override Basis Parse(string word) =>
        word == _generalKnowledge ? Basis.GeneralKnowledge
        : word == _derived ? Basis.Derived
        : Basis.Source(word);

    protected override string Format(Basis value) => value.SourceId ?? EnumWord.Of(value.Kind);
}

/// <summary>A domain value that is written as another, simpler one.</summary>
internal abstract class FormConverter<T, TForm> : JsonConverter<T>
    where TForm : notnull
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(JsonSerializer.Deserialize<TForm>(ref reader, options)!);

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Format(value), options);

    protected abstract T Parse(TForm form);

    protected abstract TForm Format(T value);
}

internal sealed class GeoPointConverter : FormConverter<GeoPoint, GeoPointConverter.Degrees>
{
    protected override GeoPoint Parse(Degrees form) => new(form.Latitude, form.Longitude);

    protected override Degrees Format(GeoPoint value) => new(value.Latitude, value.Longitude);

    internal sealed record Degrees(double Latitude, double Longitude);
}

/// <summary>A precision is its radius in metres.</summary>
internal sealed class GeoPrecisionConverter : FormConverter<GeoPrecision, double>
{
    protected override GeoPrecision Parse(double form) => new(form);

    protected override double Format(GeoPrecision value) => value.Metres;
}

internal sealed class TimeWindowConverter : FormConverter<TimeWindow, TimeWindowConverter.Ends>
{
    protected override TimeWindow Parse(Ends form) => new(form.From, form.To);

    protected override Ends Format(TimeWindow value) => new(value.From, value.To);

    internal sealed record Ends(DateTimeOffset? From, DateTimeOffset? To);
}

/// <summary>A <see cref="ValueList{T}"/> is an array.</summary>
internal sealed class ValueListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ValueListConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ValueList.Create<T>(JsonSerializer.Deserialize<T[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
    }
}
