using Dashboard.Domain;

namespace Dashboard.Index;

/// <summary>
/// How many incidents each option of each facet would leave, as if its own facet were not filtered. Every option that
/// any incident has is there, those that would leave none included.
/// </summary>
public sealed record FacetCounts(
    ValueList<OptionCount> Kinds,
    ValueList<ActorCount> Actors,
    ValueList<OptionCount> Countries,
    ValueList<OptionCount> Sources,
    ValueList<OptionCount> Statuses);

/// <param name="Value">As in a query: a kind's key, a country's code, a source's id, a status's word.</param>
/// <param name="Label">Its name on screen.</param>
public sealed record OptionCount(string Value, string Label, int Count);

/// <summary>An actor, counted in the incidents in which it or anything below it is involved.</summary>
public sealed record ActorCount(string Id, string Label, int Count, ValueList<ActorCount> Children);
