using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Json;

/// <summary>A domain value that is written as another, simpler one.</summary>
internal abstract class FormConverter<T, TForm> : JsonConverter<T>
    where TForm : notnull
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(Nested.Read<TForm>(ref reader, options));

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
            ValueList.Create<T>(Nested.Read<T[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
    }
}

/// <summary>A small value that a file for people holds on one line.</summary>
/// <param name="inner">How the value itself is read and written.</param>
internal sealed class OneLineConverter<T>(JsonSerializerOptions inner) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Nested.Read<T>(ref reader, inner);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(JsonSerializer.Serialize(value, inner));
}

/// <summary>Reads a value within a value. The serializer knows only the path to the outer one; the rest of it goes into the message.</summary>
internal static class Nested
{
    public static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where T : notnull
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException("it is null");
        }
        catch (JsonException error)
        {
            throw new JsonException(error.Path is { Length: > 1 } path ? $"{path[1..]}: {error.Message}" : error.Message, error);
        }
    }
}
