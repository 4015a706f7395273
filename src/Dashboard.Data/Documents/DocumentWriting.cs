using System.Text.Json;
using Dashboard.Domain;

namespace Dashboard.Data.Documents;

/// <summary>What the parts of a document are written with.</summary>
internal static class DocumentWriting
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Writes the property unless its value is null.</summary>
        public void Known(ReadOnlySpan<byte> property, string? text)
        {
            if (text is not null)
            {
                json.WriteString(property, text);
            }
        }

        /// <summary>Writes the list unless it is empty.</summary>
        public void Known(ReadOnlySpan<byte> property, ValueList<string> texts)
        {
            if (texts.Count == 0)
            {
                return;
            }

            json.WriteStartArray(property);
            foreach (var text in texts.AsSpan())
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        public void Whole(int? number)
        {
            if (number is { } known)
            {
                json.WriteNumberValue(known);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        /// <summary>Ticks as milliseconds; with a fraction only where there is one.</summary>
        public void Milliseconds(long ticks)
        {
            var (milliseconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerMillisecond);
            if (rest == 0)
            {
                json.WriteNumberValue(milliseconds);
            }
            else
            {
                json.WriteNumberValue((decimal)ticks / TimeSpan.TicksPerMillisecond);
            }
        }

        public void Word<T>(T value)
            where T : struct, Enum => json.WriteStringValue(EnumWord.Written(value));
    }
}
