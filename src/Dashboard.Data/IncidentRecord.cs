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

    /// <summary>Every source that the incident, one of its facts, claims or relations rests on.</summary>
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
