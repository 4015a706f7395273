using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Documents;

/// <summary>
/// Evidence is <c>["high", "report", 2]</c>: the confidence or null, then what it rests on: a text is the id of a source,
/// a number another kind. What rests on the same as the incident itself does not say so again.
/// </summary>
internal static class EvidenceJson
{
    public static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartArray();
        if (evidence.Confidence is { } confidence)
        {
            json.Word(confidence);
        }
        else
        {
            json.WriteNullValue();
        }

        WriteItems(json, evidence.Basis);
        json.WriteEndArray();
    }

    /// <summary>Writes it under its name, unless the incident rests on the same.</summary>
    public static void WriteOther(Utf8JsonWriter json, ReadOnlySpan<byte> property, Evidence evidence, Evidence ofIncident)
    {
        if (!Same(evidence, ofIncident))
        {
            json.WritePropertyName(property);
            Write(json, evidence);
        }
    }

    public static bool Same(Evidence one, Evidence other) => ReferenceEquals(one, other) || one.Equals(other);

    /// <summary>Into a list that is open; the rest of it is the basis.</summary>
    public static void WriteItems(Utf8JsonWriter json, ValueList<Basis> basis)
    {
        foreach (var one in basis.AsSpan())
        {
            if (one.SourceId is { } source)
            {
                json.WriteStringValue(source);
            }
            else
            {
                json.WriteNumberValue((int)one.Kind);
            }
        }
    }

    public static Evidence Read(ref DocumentReader document)
    {
        document.Open();
        Confidence? confidence = document.IsNull() ? null : document.Word<Confidence>();
        return new Evidence(ReadItems(ref document), confidence);
    }

    public static Evidence ReadOther(ref DocumentReader document, ReadOnlySpan<byte> property, Evidence ofIncident) =>
        document.Has(property) ? Read(ref document) : ofIncident;

    /// <summary>The rest of the list that is open, and its end.</summary>
    public static ValueList<Basis> ReadItems(ref DocumentReader document)
    {
        if (document.TryClose())
        {
            return [];
        }

        var first = ReadItem(ref document);
        if (document.TryClose())
        {
            return [first];
        }

        List<Basis> basis = [first];
        while (!document.TryClose())
        {
            basis.Add(ReadItem(ref document));
        }

        return basis.ToValueList();
    }

    /// <summary>Adds the sources in an evidence to those of an incident, and passes over the rest of it.</summary>
    /// <param name="from">The first day of what rests on them.</param>
    public static void ReadSources(ref DocumentReader document, SourceIds sources, DateOnly? from = null)
    {
        document.Open();
        if (!document.IsNull())
        {
            document.Skip();
        }

        ReadSourceItems(ref document, sources, from);
    }

    /// <summary>The same for the rest of a list that is open.</summary>
    public static void ReadSourceItems(ref DocumentReader document, SourceIds sources, DateOnly? from = null)
    {
        while (!document.TryClose())
        {
            if (document.IsNumber)
            {
                document.Skip();
            }
            else
            {
                sources.Read(ref document, from);
            }
        }
    }

    private static Basis ReadItem(ref DocumentReader document)
    {
        if (!document.IsNumber)
        {
            return Basis.Source(document.Text());
        }

        return (BasisKind)document.Whole() switch
        {
            BasisKind.GeneralKnowledge => Basis.GeneralKnowledge,
            BasisKind.Derived => Basis.Derived,
            var kind => throw new InvalidDataException($"a document rests on {kind}"),
        };
    }
}
