using System.Text.Json;
using System.Text.Json.Serialization;
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
