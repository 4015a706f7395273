using System.Text.Json;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>
/// A time is <c>[start, end, offset, precision, uncertainty, ongoing]</c>: milliseconds since 1970, minutes, a word,
/// milliseconds; what is unknown at the end of the list is left out.
/// </summary>
internal static class OccurrenceJson
{
    public static void Write(Utf8JsonWriter json, Occurrence occurrence)
    {
        json.WriteStartArray();
        json.Milliseconds(SinceEpoch(occurrence.Start));
        if (occurrence.End is { } end)
        {
            json.Milliseconds(SinceEpoch(end));
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteNumberValue((int)occurrence.LocalOffset.TotalMinutes);
        json.Word(occurrence.Precision);
        if (occurrence.Uncertainty is { } uncertainty)
        {
            json.Milliseconds(uncertainty.Ticks);
        }
        else if (occurrence.IsOngoing)
        {
            json.WriteNullValue();
        }

        if (occurrence.IsOngoing)
        {
            json.WriteBooleanValue(true);
        }

        json.WriteEndArray();
    }

    public static Occurrence Read(ref DocumentReader document)
    {
        document.Open();
        var start = Instant(document.Ticks());
        DateTimeOffset? end = document.IsNull() ? null : Instant(document.Ticks());
        var offset = TimeSpan.FromMinutes(document.Whole());
        var precision = document.Word<TimePrecision>();
        if (document.TryClose())
        {
            return new Occurrence(start, end, offset, precision);
        }

        TimeSpan? uncertainty = document.IsNull() ? null : TimeSpan.FromTicks(document.Ticks());
        if (document.TryClose())
        {
            return new Occurrence(start, end, offset, precision, uncertainty);
        }

        var isOngoing = document.Flag();
        document.Close();
        return new Occurrence(start, end, offset, precision, uncertainty, isOngoing);
    }

    /// <summary>The beginning alone; the rest of the document is not to be read after it.</summary>
    public static DateTimeOffset ReadStart(ref DocumentReader document)
    {
        document.Open();
        return Instant(document.Ticks());
    }

    private static long SinceEpoch(DateTimeOffset instant) => instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    private static DateTimeOffset Instant(long sinceEpoch) => DateTimeOffset.UnixEpoch.AddTicks(sinceEpoch);
}
