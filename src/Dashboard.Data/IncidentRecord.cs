using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data;

/// <summary>Everything about one incident: what its panel and its page show.</summary>
public sealed record IncidentRecord
{
    /// <summary>Its number in the store.</summary>
    public required long Number { get; init; }

    public required DatasetDescription Dataset { get; init; }

    public required Incident Incident { get; init; }

    /// <summary>The places that the incident names.</summary>
    public required ValueList<Place> Places { get; init; }

    /// <summary>Those involved.</summary>
    public required ValueList<Actor> Actors { get; init; }

    public required ValueList<Claim> Claims { get; init; }

    /// <summary>What is counted in the whole that it is part of, and in its parts: to be read beside its own claims, never added to them.</summary>
    public ValueList<ClaimElsewhere> ClaimsElsewhere { get; init; } = [];

    /// <summary>The statements that correct something said about it, the first one first.</summary>
    public ValueList<Correction> Corrections { get; init; } = [];

    /// <summary>The points on which sources differ about it.</summary>
    public ValueList<Conflict> Conflicts { get; init; } = [];

    /// <summary>Every source that the incident, one of its facts, claims, relations or conflicts rests on.</summary>
    public required ValueList<Source> Sources { get; init; }

    /// <summary>The relations that start here: what it answered.</summary>
    public required ValueList<RelatedIncident> Answers { get; init; }

    /// <summary>The relations that end here: what answered it.</summary>
    public required ValueList<RelatedIncident> AnsweredBy { get; init; }

    /// <summary>The changes that brought it and changed it, the newest first.</summary>
    public required ValueList<RevisionRecord> Revisions { get; init; }
}

/// <summary>A relation, and the incident at its other end.</summary>
public sealed record RelatedIncident(Relation Relation, string Slug, string Title, IncidentKind Kind, Occurrence? Occurrence);

/// <summary>A claim about another incident, which contains this one or is a part of it.</summary>
public sealed record ClaimElsewhere(Claim Claim, Source Source, string Slug, string Title);

/// <summary>A statement that corrects what was said about an incident.</summary>
/// <param name="Speakers">Who made it, by name.</param>
public sealed record Correction(Relation Relation, string Slug, string Title, Occurrence? Occurrence, ValueList<string> Speakers);
