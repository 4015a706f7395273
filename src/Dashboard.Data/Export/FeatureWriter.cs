using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>
/// Incidents as GeoJSON features that have everything: an incident, its claims, and the places and sources that it names,
/// whole. What rests on the same as the incident itself does not say so again.
/// </summary>
internal sealed class FeatureWriter(Utf8JsonWriter json)
{
    private readonly References _references = new();
    private readonly WrittenParts _parts = new();

    public void Write(DatasetParts dataset, Incident incident, ValueList<Claim> claims)
    {
        _references.Clear();
        _references.Add(incident, claims, dataset.PlaceById);
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, incident.Id);
        ShapeWriter.WriteGeometry(json, incident.Geometry);
        json.WriteStartObject("properties"u8);
        WriteWhatEveryProgramReads(dataset, incident, claims);
        WriteTheRest(dataset, incident);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteWhatEveryProgramReads(DatasetParts dataset, Incident incident, ValueList<Claim> claims)
    {
        json.WriteString("slug"u8, incident.Slug);
        json.WriteString("dataset"u8, dataset.Description.Slug);
        json.WriteString("kind"u8, incident.Kind.Key);
        json.WriteString("title"u8, incident.Title);
        var occurrence = incident.Occurrence;
        json.Instant("start"u8, occurrence?.Start);
        json.Instant("end"u8, occurrence?.End);
        json.WriteString("time_precision"u8, occurrence is null ? null : EnumWord.Of(occurrence.Precision));
        if (incident.Precision is { } precision)
        {
            json.WriteNumber("geo_precision_m"u8, precision.Metres);
        }
        else
        {
            json.WriteNull("geo_precision_m"u8);
        }

        json.WriteStartObject("toll"u8);
        json.Toll("killed"u8, incident.Killed, incident.Evidence);
        json.Toll("injured"u8, incident.Injured, incident.Evidence);
        json.WriteEndObject();
        WriteActors(dataset, incident);
        WriteClaims(incident, claims);
        WriteParts("sources"u8, _references.Sources, dataset.SourceById, _parts.Of);
        json.WriteString("address"u8, IncidentAddress.Of(incident.Slug));
    }

    private void WriteActors(DatasetParts dataset, Incident incident)
    {
        json.WriteStartArray("actors"u8);
        foreach (var involvement in incident.Involvements.AsSpan())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, involvement.ActorId);
            json.Said("name"u8, dataset.ActorById.TryGetValue(involvement.ActorId, out var actor) ? actor.Name : null);
            json.WriteString("role"u8, involvement.Role);
            json.Said("qualifier"u8, involvement.Qualifier);
            json.Evidence("evidence"u8, involvement.Evidence, incident.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteClaims(Incident incident, ValueList<Claim> claims)
    {
        json.WriteStartArray("claims"u8);
        foreach (var claim in claims.AsSpan())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, claim.Id);
            json.WriteString("predicate"u8, claim.Predicate);
            json.WriteString("claimant"u8, claim.Claimant.Name);
            json.Said("claimant_id"u8, claim.Claimant.ActorId);
            json.WriteString("value"u8, claim.Value);
            if (claim.Number is { } number)
            {
                json.WriteStartObject("number"u8);
                json.Whole("low"u8, number.Low);
                json.Whole("high"u8, number.High);
                json.Said("scope"u8, number.Scope);
                json.Said("unit"u8, number.Unit);
                json.WriteEndObject();
            }

            json.WriteString("source"u8, claim.SourceId);
            json.Said("date"u8, claim.Date?.Text);
            json.WriteString("status"u8, EnumWord.Of(claim.Status));
            json.Said("note"u8, claim.Note);
            json.Said("address"u8, claim.Address?.OriginalString);
            json.Evidence("evidence"u8, claim.Evidence, incident.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTheRest(DatasetParts dataset, Incident incident)
    {
        json.WriteString("summary"u8, incident.Summary);
        json.Evidence("evidence"u8, incident.Evidence, ofIncident: null);
        json.Said("upstream_id"u8, incident.UpstreamId);
        if (incident.IsLead)
        {
            json.WriteBoolean("lead"u8, value: true);
        }

        WriteTime(incident);
        WritePlaces(dataset, incident);
        ShapeWriter.WriteDetail(json, incident);
        json.Said("geometry_note"u8, incident.GeometryNote);
        json.Evidence("geometry_evidence"u8, incident.GeometryEvidence, incident.Evidence);
        WriteWeapons(incident.Weapons);
        json.Said("targets"u8, incident.Targets);
        json.Said("caveats"u8, incident.Caveats);
        json.Said("tags"u8, incident.Tags);
        WriteAttributes(incident.Attributes);
    }

    private void WriteTime(Incident incident)
    {
        if (incident.Occurrence is { } occurrence)
        {
            if (occurrence.LocalOffset != TimeSpan.Zero)
            {
                json.WriteNumber("local_offset_minutes"u8, (int)occurrence.LocalOffset.TotalMinutes);
            }

            if (occurrence.Uncertainty is { } uncertainty)
            {
                json.WriteNumber("uncertainty_seconds"u8, (decimal)uncertainty.Ticks / TimeSpan.TicksPerSecond);
            }

            if (occurrence.IsOngoing)
            {
                json.WriteBoolean("ongoing"u8, value: true);
            }
        }

        json.Said("time_note"u8, incident.OccurrenceNote);
        json.Evidence("time_evidence"u8, incident.OccurrenceEvidence, incident.Evidence);
    }

    /// <summary>Those that the incident names in their order, and apart from them those that only its shape names.</summary>
    private void WritePlaces(DatasetParts dataset, Incident incident)
    {
        WriteParts("places"u8, incident.PlaceIds, dataset.PlaceById, _parts.Of);
        if (_references.Places.Count > incident.PlaceIds.Count)
        {
            WriteParts("places_of_geometry"u8, [.. _references.Places.Except(incident.PlaceIds)], dataset.PlaceById, _parts.Of);
        }
    }

    private void WriteParts<T>(ReadOnlySpan<byte> property, IReadOnlyList<string> ids, IReadOnlyDictionary<string, T> byId, Func<T, byte[]> written)
    {
        json.WriteStartArray(property);
        for (var index = 0; index < ids.Count; index++)
        {
            if (byId.TryGetValue(ids[index], out var part))
            {
                json.WriteRawValue(written(part), skipInputValidation: true);
            }
        }

        json.WriteEndArray();
    }

    private void WriteWeapons(ValueList<Weapon> weapons)
    {
        if (weapons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("weapons"u8);
        foreach (var weapon in weapons.AsSpan())
        {
            json.WriteStartObject();
            json.WriteString("name"u8, weapon.Name);
            json.WriteString("role"u8, weapon.Role);
            json.Basis(weapon.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteAttributes(ValueList<UpstreamAttribute> attributes)
    {
        if (attributes.Count == 0)
        {
            return;
        }

        json.WriteStartArray("attributes"u8);
        foreach (var attribute in attributes.AsSpan())
        {
            json.WriteStartArray();
            json.WriteStringValue(attribute.Name);
            json.WriteStringValue(attribute.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
