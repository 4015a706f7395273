using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import;

/// <summary>
/// An incident as a file tells it, with all that it refers to. Actors, places and sources stand beside it whole, the same
/// one as often as it is met; who stages it keeps each once.
/// </summary>
/// <param name="Dataset">The slug of the dataset that the file says it belongs to.</param>
/// <param name="Line">The line of the file where it begins, from 1.</param>
public sealed record ImportedIncident(
    string Dataset,
    long Line,
    Incident Incident,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Actor> Actors,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Source> Sources);
