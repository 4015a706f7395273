using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Index.Tests;

/// <summary>Writes small datasets in which only what a test is about is said.</summary>
internal static class SmallDatasets
{
    private static readonly Evidence _none = new([], null);

    public static Dataset Dataset(string slug = "small", TimeWindow coverage = default, ValueList<Actor>? actors = null, ValueList<Place>? places = null,
        ValueList<Source>? sources = null, ValueList<Incident>? incidents = null, ValueList<Claim>? claims = null) => new()
        {
            Description = new(slug, slug, "", "", "", coverage),
            Actors = actors ?? [],
            Places = places ?? [],
            Sources = sources ?? [],
            Incidents = incidents ?? [],
            Claims = claims ?? [],
            Relations = [],
        };

    public static Actor Actor(string id, string? parent = null) => new()
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        Nature = "",
        ParentId = parent,
        Affiliations = [],
        Aliases = [],
        Evidence = _none,
    };

    public static Source Source(string id, string publisher, string? date = null) => new()
    {
        Id = id,
        Publisher = publisher,
        Date = date is null ? null : PartialDate.Parse(date),
        Nature = "",
        Address = null,
        QuotesPrimaryStatement = false,
    };

    public static Incident Incident(string id, Occurrence? occurrence = null, string? slug = null, string kind = "attack",
        ValueList<string>? places = null, ValueList<string>? actors = null, ValueList<string>? sources = null) => new()
        {
            Id = id,
            Slug = slug ?? id,
            Title = id,
            Kind = new IncidentKind(kind),
            Summary = "",
            Occurrence = occurrence,
            OccurrenceEvidence = _none,
            PlaceIds = places ?? [],
            Geometry = null,
            Precision = null,
            GeometryEvidence = _none,
            Involvements = (actors ?? []).Select(actor => new Involvement(actor, "target", null, _none)).ToValueList(),
            Killed = new TollReading(Toll.Unknown, null, _none),
            Injured = new TollReading(Toll.Unknown, null, _none),
            Weapons = [],
            Caveats = [],
            Tags = [],
            Evidence = new Evidence((sources ?? []).Select(Basis.Source).ToValueList(), null),
        };

    public static Claim Claim(string id, string incident, string source, ClaimStatus status) => new()
    {
        Id = id,
        IncidentId = incident,
        Predicate = "responsibility",
        Claimant = new Claimant(null, "somebody"),
        Value = "claimed",
        Number = null,
        SourceId = source,
        Date = null,
        Status = status,
        Evidence = _none,
    };
}
