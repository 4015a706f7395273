using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Documents;

/// <summary>
/// An incident with its claims as it is stored: JSON that leaves out what is not known, its properties always in one order.
/// What was written reads back as the same value, and the same value is always written the same. It is written by hand
/// because a file has a million of them.
/// </summary>
internal static class IncidentDocument
{
    // The documents are read as JSON, never as part of a page: text in any script stays as it is.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <param name="claims">Of this incident.</param>
    /// <param name="columns">Takes in the names of the incident's attributes.</param>
    public static void Write(IBufferWriter<byte> to, Incident incident, IReadOnlyList<Claim> claims, ColumnNames columns)
    {
        var json = _writer ??= new Utf8JsonWriter(to, _options);
        json.Reset(to);
        Write(json, incident, claims, columns);
        json.Flush();
        // Nothing of the document is kept alive by the thread.
        json.Reset(Stream.Null);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, ColumnNames)"/>
    public static (Incident Incident, ValueList<Claim> Claims) Read(string json, ColumnNames columns) => Read(Encoding.UTF8.GetBytes(json), columns);

    /// <exception cref="InvalidDataException">It is no document of an incident.</exception>
    public static (Incident Incident, ValueList<Claim> Claims) Read(ReadOnlySpan<byte> json, ColumnNames columns)
    {
        var document = new DocumentReader(json);
        document.Open();
        var id = document.Text("id"u8);
        var slug = document.Text("slug"u8);
        var title = document.Text("title"u8);
        var kind = document.Text("kind"u8);
        var evidence = document.Has("evidence"u8) ? EvidenceJson.Read(ref document) : throw new InvalidDataException($"document {id} rests on nothing");
        var claims = ClaimJson.Read(ref document, "claims"u8, id, evidence);
        var incident = new Incident
        {
            Id = id,
            Slug = slug,
            Title = title,
            Kind = new IncidentKind(kind),
            Evidence = evidence,
            IsLead = document.Has("lead"u8) && document.Flag(),
            Occurrence = document.Has("time"u8) ? OccurrenceJson.Read(ref document) : null,
            OccurrenceEvidence = EvidenceJson.ReadOther(ref document, "timeEvidence"u8, evidence),
            PlaceIds = document.Texts("places"u8),
            Geometry = document.Has("shape"u8) ? GeometryJson.Read(ref document) : null,
            Precision = document.Has("precision"u8) ? new GeoPrecision(document.Number()) : null,
            GeometryEvidence = EvidenceJson.ReadOther(ref document, "shapeEvidence"u8, evidence),
            Involvements = InvolvementJson.Read(ref document, "involved"u8, evidence),
            Killed = TollJson.Read(ref document, "killed"u8, evidence),
            Injured = TollJson.Read(ref document, "injured"u8, evidence),
            Weapons = WeaponJson.Read(ref document, "weapons"u8),
            Summary = document.TextOrNull("summary"u8) ?? "",
            OccurrenceNote = document.TextOrNull("timeNote"u8),
            GeometryNote = document.TextOrNull("shapeNote"u8),
            Targets = document.TextOrNull("targets"u8),
            Caveats = document.Texts("caveats"u8),
            Tags = document.Texts("tags"u8),
            UpstreamId = document.TextOrNull("upstreamId"u8),
            Attributes = AttributesJson.Read(ref document, "attributes"u8, columns),
        };
        document.Close();
        return (incident, claims);
    }

    /// <summary>Equal documents have equal ones.</summary>
    public static long Fingerprint(ReadOnlySpan<byte> json) => Fingerprints.Of(json);

    /// <summary>What <see cref="FactsDocument"/> reads comes first, the long texts last.</summary>
    private static void Write(Utf8JsonWriter json, Incident incident, IReadOnlyList<Claim> claims, ColumnNames columns)
    {
        var evidence = incident.Evidence;
        json.WriteStartObject();
        json.WriteString("id"u8, incident.Id);
        json.WriteString("slug"u8, incident.Slug);
        json.WriteString("title"u8, incident.Title);
        json.WriteString("kind"u8, incident.Kind.Key);
        json.WritePropertyName("evidence"u8);
        EvidenceJson.Write(json, evidence);
        ClaimJson.Write(json, "claims"u8, claims, incident.Id, evidence);
        if (incident.IsLead)
        {
            json.WriteBoolean("lead"u8, true);
        }

        WriteWhen(json, incident);
        WriteWhere(json, incident);
        InvolvementJson.Write(json, "involved"u8, incident.Involvements, evidence);
        TollJson.Write(json, "killed"u8, incident.Killed, evidence);
        TollJson.Write(json, "injured"u8, incident.Injured, evidence);
        WeaponJson.Write(json, "weapons"u8, incident.Weapons);
        json.Known("summary"u8, incident.Summary.Length == 0 ? null : incident.Summary);
        json.Known("timeNote"u8, incident.OccurrenceNote);
        json.Known("shapeNote"u8, incident.GeometryNote);
        json.Known("targets"u8, incident.Targets);
        json.Known("caveats"u8, incident.Caveats);
        json.Known("tags"u8, incident.Tags);
        json.Known("upstreamId"u8, incident.UpstreamId);
        AttributesJson.Write(json, "attributes"u8, incident.Attributes, columns);
        json.WriteEndObject();
    }

    private static void WriteWhen(Utf8JsonWriter json, Incident incident)
    {
        if (incident.Occurrence is { } occurrence)
        {
            json.WritePropertyName("time"u8);
            OccurrenceJson.Write(json, occurrence);
        }

        EvidenceJson.WriteOther(json, "timeEvidence"u8, incident.OccurrenceEvidence, incident.Evidence);
    }

    private static void WriteWhere(Utf8JsonWriter json, Incident incident)
    {
        json.Known("places"u8, incident.PlaceIds);
        if (incident.Geometry is { } geometry)
        {
            json.WritePropertyName("shape"u8);
            GeometryJson.Write(json, geometry);
        }

        if (incident.Precision is { } precision)
        {
            json.WriteNumber("precision"u8, precision.Metres);
        }

        EvidenceJson.WriteOther(json, "shapeEvidence"u8, incident.GeometryEvidence, incident.Evidence);
    }
}
