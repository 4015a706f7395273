using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data;

/// <summary>An incident with its claims as the store holds it.</summary>
/// <param name="Number">Its number in the store. A changed incident has another.</param>
/// <param name="Dataset">The slug of its dataset.</param>
public sealed record StoredIncident(long Number, string Dataset, Incident Incident, ValueList<Claim> Claims);

/// <summary>An incident as it is drawn.</summary>
/// <param name="Number">Its number in the store.</param>
/// <param name="Dataset">The slug of its dataset.</param>
/// <param name="PlaceNames">The names of its places, by id; of others of its dataset too.</param>
public sealed record DrawnIncident(long Number, Incident Incident, string Dataset, IReadOnlyDictionary<string, string> PlaceNames);
