using Dashboard.Domain;
using Dashboard.Domain.Actors;

namespace Dashboard.Index;

/// <summary>
/// How many incidents each option of each facet would leave, as if its own facet were not filtered. Every option that
/// any incident has is there, those that would leave none included; where there are very many, the commonest and the
/// chosen ones. Leads are counted only where the question asks for them.
/// </summary>
/// <param name="Datasets">Every dataset, an empty one too.</param>
/// <param name="Leads">How many leads meet the question, whether it asks for them or not.</param>
/// <param name="LeftOut">How many options there are besides those listed.</param>
public sealed record FacetCounts(
    ValueList<OptionCount> Kinds,
    ValueList<ActorCount> Actors,
    ValueList<OptionCount> Countries,
    ValueList<OptionCount> Sources,
    ValueList<OptionCount> Statuses,
    ValueList<OptionCount> Datasets,
    PrecisionCounts Precision,
    int Leads,
    OptionsLeftOut LeftOut)
{
    /// <summary>More options than this are not listed, unless they are chosen.</summary>
    public const int MostOptions = 200;
}

/// <param name="Value">As in a query: a kind's key, a country's code, a source's id, a status's word, a dataset's slug.</param>
/// <param name="Label">Its name on screen.</param>
public sealed record OptionCount(string Value, string Label, int Count);

/// <summary>An actor, counted in the incidents in which it, anything below it or anybody under its name is involved.</summary>
public sealed record ActorCount(string Id, string Label, int Count, ValueList<ActorCount> Children);

/// <summary>An actor in the tree of actors.</summary>
/// <param name="Above">Those it belongs to, the highest first, without those beside it.</param>
/// <param name="Actor">Itself, with everybody below it, the fullest first.</param>
public sealed record ActorLineage(ValueList<ActorCount> Above, ActorCount Actor)
{
    /// <summary>Who acts under its name without belonging to it, each with everybody below it, the fullest first; see <see cref="Umbrellas"/>.</summary>
    public ValueList<ActorCount> Affiliates { get; init; } = [];
}

/// <summary>For each facet that may have very many options, how many of them are not listed.</summary>
public readonly record struct OptionsLeftOut(int Kinds, int Actors, int Countries, int Sources);
