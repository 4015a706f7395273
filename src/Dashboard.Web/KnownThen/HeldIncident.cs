using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Web.KnownThen;

/// <summary>An incident as a revision holds it, with what tells how its claims fared.</summary>
/// <param name="Number">Of this version.</param>
/// <param name="Corrections">The relations that end at it, each with the time of the incident that it starts from.</param>
public sealed record HeldIncident(long Number, Incident Incident, ValueList<Claim> Claims, IReadOnlyList<(Relation Relation, Occurrence? From)> Corrections)
{
    public static HeldIncident Of(IncidentRecord record) =>
        new(record.Number, record.Incident, record.Claims, [.. record.AnsweredBy.Select(other => (other.Relation, other.Occurrence))]);
}
