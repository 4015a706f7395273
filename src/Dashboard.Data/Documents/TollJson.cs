using System.Text.Json;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Documents;

/// <summary>
/// A toll is <c>[low, best, high, note, evidence]</c>; the last two are left out where there is no note and the evidence is
/// the incident's, and all of it where nothing at all is known.
/// </summary>
internal static class TollJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> property, TollReading reading, Evidence ofIncident)
    {
        var isCommon = EvidenceJson.Same(reading.Evidence, ofIncident);
        if (isCommon && reading.Note is null && reading.Toll.IsUnknown)
        {
            return;
        }

        json.WriteStartArray(property);
        json.Whole(reading.Toll.Low);
        json.Whole(reading.Toll.Best);
        json.Whole(reading.Toll.High);
        if (reading.Note is not null || !isCommon)
        {
            json.WriteStringValue(reading.Note);
        }

        if (!isCommon)
        {
            EvidenceJson.Write(json, reading.Evidence);
        }

        json.WriteEndArray();
    }

    public static TollReading Read(ref DocumentReader document, ReadOnlySpan<byte> property, Evidence ofIncident)
    {
        if (!document.Has(property))
        {
            return new TollReading(Toll.Unknown, null, ofIncident);
        }

        var toll = ReadNumbers(ref document);
        if (document.TryClose())
        {
            return new TollReading(toll, null, ofIncident);
        }

        var note = document.TextOrNull();
        if (document.TryClose())
        {
            return new TollReading(toll, note, ofIncident);
        }

        var evidence = EvidenceJson.Read(ref document);
        document.Close();
        return new TollReading(toll, note, evidence);
    }

    /// <param name="from">The day from which it holds as it is.</param>
    public static Toll ReadFacts(ref DocumentReader document, ReadOnlySpan<byte> property, SourceIds sources, DateOnly? from)
    {
        if (!document.Has(property))
        {
            return Toll.Unknown;
        }

        var toll = ReadNumbers(ref document);
        if (!document.TryClose())
        {
            document.Skip();
            if (!document.TryClose())
            {
                EvidenceJson.ReadSources(ref document, sources, from);
                document.Close();
            }
        }

        return toll;
    }

    private static Toll ReadNumbers(ref DocumentReader document)
    {
        document.Open();
        return new Toll(document.WholeOrNull(), document.WholeOrNull(), document.WholeOrNull());
    }
}
