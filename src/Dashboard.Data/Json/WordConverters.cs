using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
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
