using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data;

/// <summary>An actor as one dataset describes it.</summary>
/// <param name="Others">Whom it names as its parent or as affiliated, and those who name it so.</param>
/// <param name="Sources">What it and the others rest on.</param>
public sealed record ActorRecord(DatasetDescription Dataset, Actor Actor, ValueList<Actor> Others, ValueList<Source> Sources)
{
    /// <summary>Whom it was said to belong to before, the last first; whom it is said to belong to now is not among them.</summary>
    public ValueList<FormerParent> Former { get; init; } = [];
}

/// <summary>An actor that another was said to belong to, until a revision said otherwise.</summary>
/// <param name="Name">As it was called last; its id where nothing describes it any more.</param>
/// <param name="Until">When that revision was committed.</param>
public sealed record FormerParent(string Id, string Name, DateTimeOffset Until);

/// <summary>A place as one dataset describes it.</summary>
/// <param name="Sources">What it rests on.</param>
public sealed record PlaceRecord(DatasetDescription Dataset, Place Place, ValueList<Source> Sources);

/// <summary>A role of an actor in an incident.</summary>
/// <param name="Number">Of the incident.</param>
public readonly record struct ActorRole(long Number, string ActorId, string Role, string? Qualifier);

/// <summary>A claim with the incident that it is about, and the source that carries it.</summary>
/// <param name="Source">Null where the dataset does not describe it.</param>
public sealed record MadeClaim(string IncidentSlug, string IncidentTitle, IncidentKind Kind, Claim Claim, Source? Source);
