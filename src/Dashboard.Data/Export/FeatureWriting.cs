using System.Globalization;
using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>What features are written with.</summary>
internal static class FeatureWriting
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Writes the property unless its value is null.</summary>
        public void Said(ReadOnlySpan<byte> property, string? text)
        {
            if (text is not null)
            {
                json.WriteString(property, text);
            }
        }

        /// <summary>Writes the list unless it is empty.</summary>
        public void Said(ReadOnlySpan<byte> property, ValueList<string> texts)
        {
            if (texts.Count > 0)
            {
                json.WriteStartArray(property);
                foreach (var text in texts.AsSpan())
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
            }
        }

        /// <summary>Writes it, or null for what is unknown.</summary>
        public void Instant(ReadOnlySpan<byte> property, DateTimeOffset? instant)
        {
            if (instant is not { } known)
            {
                json.WriteNull(property);
                return;
            }

            Span<char> text = stackalloc char[32];
            known.UtcDateTime.TryFormat(text, out var length, FeatureJson.InstantForm, CultureInfo.InvariantCulture);
            json.WriteString(property, text[..length]);
        }

        /// <summary>Writes it, or null for what is unknown.</summary>
        public void Whole(ReadOnlySpan<byte> property, int? number)
        {
            if (number is { } known)
            {
                json.WriteNumber(property, known);
            }
            else
            {
                json.WriteNull(property);
            }
        }

        /// <summary>Writes it under its name, unless the incident rests on the same.</summary>
        public void Evidence(ReadOnlySpan<byte> property, Evidence evidence, Evidence? ofIncident)
        {
            if (evidence.Equals(ofIncident))
            {
                return;
            }

            json.WriteStartObject(property);
            json.Basis(evidence.Basis);
            json.Said("confidence"u8, evidence.Confidence is { } confidence ? EnumWord.Of(confidence) : null);
            json.WriteEndObject();
        }

        public void Basis(ValueList<Basis> basis)
        {
            json.WriteStartArray("basis"u8);
            foreach (var one in basis.AsSpan())
            {
                json.WriteStringValue(one.SourceId ?? EnumWord.Of(one.Kind));
            }

            json.WriteEndArray();
        }

        public void Toll(ReadOnlySpan<byte> property, TollReading reading, Evidence ofIncident)
        {
            json.WriteStartObject(property);
            json.Whole("low"u8, reading.Toll.Low);
            json.Whole("best"u8, reading.Toll.Best);
            json.Whole("high"u8, reading.Toll.High);
            json.Said("note"u8, reading.Note);
            json.Evidence("evidence"u8, reading.Evidence, ofIncident);
            json.WriteEndObject();
        }
    }
}
