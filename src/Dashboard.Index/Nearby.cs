namespace Dashboard.Index;

/// <summary>The incidents within a radius of a point.</summary>
/// <param name="Incidents">All of them.</param>
/// <param name="Nearest">The nearest ones, nearest first; those equally far by start.</param>
public sealed record Nearby(IncidentSet Incidents, IReadOnlyList<NearIncident> Nearest);

/// <param name="Metres">From the point to the incident's nearest drawn point: it knows nothing of how exactly either is known.</param>
public readonly record struct NearIncident(long Number, double Metres);
