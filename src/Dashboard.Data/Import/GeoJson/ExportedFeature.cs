using System.Collections.Frozen;
using System.Text.Json;
using Dashboard.Data.Export;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>
/// A feature of our own export as the incident it was. Properties that another program added in between become attributes.
/// </summary>
internal sealed class ExportedFeature(ExportedActors actors)
{
    private static readonly FrozenSet<string> _known =
    [
        "slug", "dataset", "kind", "title", "start", "end", "time_precision", "geo_precision_m", "toll", "actors", "claims", "sources", "address",
        "summary", "evidence", "upstream_id", "lead", "local_offset_minutes", "uncertainty_seconds", "ongoing", "time_note", "time_evidence",
        "places", "places_of_geometry", "locations", "half_width_m", "stops", "geometry_note", "geometry_evidence", "weapons", "targets", "caveats",
        "tags", "attributes", "recorded_coordinates",
        .. TellingOfLens.Names,
    ];

    /// <exception cref="FeatureRefusedException">It is not as it was exported.</exception>
    /// <exception cref="RefusedException">The same.</exception>
    public ImportedIncident Read(JsonElement feature, long line)
    {
        var fields = new FeatureFields(Member(feature, "properties"), "");
        var dataset = fields.Text("dataset");
        var evidence = fields.Evidence("evidence", new Evidence([], null));
        var places = fields.Parts<Place>("places");
        var sources = fields.Parts<Source>("sources");
        var incident = Incident(feature, fields, evidence, places);
        var known = sources.Select(source => source.Id).ToHashSet();
        var claims = fields.Objects("claims", claim => Claim(claim, incident.Id, evidence));
        if (claims.FirstOrDefault(claim => !known.Contains(claim.SourceId)) is { } unsourced)
        {
            throw new FeatureRefusedException("claims", unsourced.SourceId, $"claim {unsourced.Id} names a source that is not among the feature's sources");
        }

        return new ImportedIncident(
            dataset,
            line,
            incident,
            claims,
            actors.Of(dataset, incident, claims),
            [.. places, .. fields.Parts<Place>("places_of_geometry")],
            sources);
    }

    private static Incident Incident(JsonElement feature, FeatureFields fields, Evidence evidence, ValueList<Place> places)
    {
        var precision = fields.Precision("geo_precision_m");
        var toll = fields.Object("toll");
        return new Incident
        {
            Id = JsonText.Of(Member(feature, "id"), "id"),
            Slug = fields.Text("slug"),
            Title = fields.Text("title"),
            Kind = new IncidentKind(fields.Text("kind")),
            Summary = fields.TextOrNull("summary") ?? "",
            Occurrence = Time(fields),
            OccurrenceEvidence = fields.Evidence("time_evidence", evidence),
            OccurrenceNote = fields.TextOrNull("time_note"),
            PlaceIds = places.Select(place => place.Id).ToValueList(),
            Geometry = ExportedShape.Read(Member(feature, "geometry"), fields, precision, places.Count > 0 ? places[0].Id : null),
            Precision = precision,
            GeometryEvidence = fields.Evidence("geometry_evidence", evidence),
            GeometryNote = fields.TextOrNull("geometry_note"),
            Involvements = fields.Objects("actors", actor => Involvement(actor, evidence)),
            Killed = toll.Toll("killed", evidence),
            Injured = toll.Toll("injured", evidence),
            Weapons = fields.Objects("weapons", weapon => new Weapon(weapon.Text("name"), weapon.Text("role"), weapon.Basis())),
            Targets = fields.TextOrNull("targets"),
            Caveats = fields.Texts("caveats"),
            Tags = fields.Texts("tags"),
            Evidence = evidence,
            UpstreamId = fields.TextOrNull("upstream_id"),
            Attributes = [.. fields.List("attributes", Attribute), .. Added(fields.Json)],
            IsLead = fields.Flag("lead"),
        };
    }

    private static Occurrence? Time(FeatureFields fields) => fields.Instant("start") is not { } start ? null : new Occurrence(
        start,
        fields.Instant("end"),
        TimeSpan.FromMinutes(fields.Whole("local_offset_minutes") ?? 0),
        fields.Word<TimePrecision>("time_precision"),
        fields.Seconds("uncertainty_seconds"),
        fields.Flag("ongoing"));

    private static Involvement Involvement(FeatureFields actor, Evidence ofIncident) =>
        new(actor.Text("id"), actor.Text("role"), actor.TextOrNull("qualifier"), actor.Evidence("evidence", ofIncident));

    private static Claim Claim(FeatureFields claim, string incidentId, Evidence ofIncident) => new()
    {
        Id = claim.Text("id"),
        IncidentId = incidentId,
        Predicate = claim.Text("predicate"),
        Claimant = new Claimant(claim.TextOrNull("claimant_id"), claim.Text("claimant")),
        Value = claim.Text("value"),
        Number = claim.ObjectOrNull("number") is { } number
            ? new ClaimedNumber(number.Whole("low"), number.Whole("high"), number.TextOrNull("scope"), number.TextOrNull("unit"))
            : null,
        SourceId = claim.Text("source"),
        Date = claim.Date("date"),
        Status = claim.Word<ClaimStatus>("status"),
        Note = claim.TextOrNull("note"),
        Address = claim.TextOrNull("address") is { } address ? Address(address) : null,
        Evidence = claim.Evidence("evidence", ofIncident),
    };

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : throw new FeatureRefusedException("claims.address", text, "it is no http address");

    private static UpstreamAttribute Attribute(JsonElement pair, int index) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
            ? new UpstreamAttribute(JsonText.Of(pair[0], "attributes"), JsonText.Of(pair[1], "attributes"))
            : throw new FeatureRefusedException($"attributes[{index}]", pair.GetRawText(), "a list of a name and a value is expected here");

    private static IEnumerable<UpstreamAttribute> Added(JsonElement properties) =>
        from property in properties.EnumerateObject()
        let name = JsonText.Name(property)
        where !_known.Contains(name) && !string.IsNullOrWhiteSpace(name)
        let value = JsonText.Of(property.Value, name)
        where !string.IsNullOrWhiteSpace(value)
        select new UpstreamAttribute(name, value);

    private static JsonElement Member(JsonElement feature, string name) =>
        feature.TryGetProperty(name, out var member) ? member : throw new FeatureRefusedException(name, "", "it is missing");
}
