using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Documents;

/// <summary>A claim is an object; its incident is the document it stands in, its evidence is the incident's where it says none.</summary>
internal static class ClaimJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> property, IReadOnlyList<Claim> claims, string incident, Evidence ofIncident)
    {
        if (claims.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        for (var index = 0; index < claims.Count; index++)
        {
            var claim = claims[index];
            if (claim.IncidentId != incident)
            {
                throw new ArgumentException($"claim {claim.Id} is about {claim.IncidentId}, not about {incident}", nameof(claims));
            }

            Write(json, claim, ofIncident);
        }

        json.WriteEndArray();
    }

    public static ValueList<Claim> Read(ref DocumentReader document, ReadOnlySpan<byte> property, string incident, Evidence ofIncident)
    {
        if (!document.Has(property))
        {
            return [];
        }

        List<Claim> claims = [];
        document.Open();
        while (!document.TryClose())
        {
            claims.Add(Read(ref document, incident, ofIncident));
        }

        return claims.ToValueList();
    }

    public static ClaimedNumber ReadNumber(ref DocumentReader document)
    {
        document.Open();
        var number = new ClaimedNumber(document.WholeOrNull(), document.WholeOrNull(), document.TextOrNull(), document.TextOrNull());
        document.Close();
        return number;
    }

    private static void Write(Utf8JsonWriter json, Claim claim, Evidence ofIncident)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, claim.Id);
        json.WriteString("predicate"u8, claim.Predicate);
        json.Known("claimantId"u8, claim.Claimant.ActorId);
        json.WriteString("claimant"u8, claim.Claimant.Name);
        json.WriteString("value"u8, claim.Value);
        if (claim.Number is { } number)
        {
            json.WriteStartArray("number"u8);
            json.Whole(number.Low);
            json.Whole(number.High);
            json.WriteStringValue(number.Scope);
            json.WriteStringValue(number.Unit);
            json.WriteEndArray();
        }

        json.WriteString("source"u8, claim.SourceId);
        json.Known("date"u8, claim.Date?.Text);
        json.WritePropertyName("status"u8);
        json.Word(claim.Status);
        EvidenceJson.WriteOther(json, "evidence"u8, claim.Evidence, ofIncident);
        json.Known("note"u8, claim.Note);
        json.Known("address"u8, claim.Address?.OriginalString);
        json.WriteEndObject();
    }

    private static Claim Read(ref DocumentReader document, string incident, Evidence ofIncident)
    {
        document.Open();
        var claim = new Claim
        {
            IncidentId = incident,
            Id = document.Text("id"u8),
            Predicate = document.Text("predicate"u8),
            Claimant = ReadClaimant(ref document),
            Value = document.Text("value"u8),
            Number = document.Has("number"u8) ? ReadNumber(ref document) : null,
            SourceId = document.Text("source"u8),
            Date = document.Has("date"u8) ? document.Date() : null,
            Status = document.Word<ClaimStatus>("status"u8),
            Evidence = EvidenceJson.ReadOther(ref document, "evidence"u8, ofIncident),
            Note = document.TextOrNull("note"u8),
            Address = document.TextOrNull("address"u8) is { } address ? new Uri(address, UriKind.Absolute) : null,
        };
        document.Close();
        return claim;
    }

    private static Claimant ReadClaimant(ref DocumentReader document)
    {
        var actor = document.Has("claimantId"u8) ? document.Text() : null;
        return new Claimant(actor, document.Text("claimant"u8));
    }
}
