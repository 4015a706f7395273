using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Actors;

/// <summary>
/// Alliances under whose name others act, each of them its own party: what an affiliate is involved in is found with the
/// umbrella too. An actor is one where its nature says so; a tie counts where what says it rests on a source.
/// </summary>
public static class Umbrellas
{
    private static readonly string[] _natures = ["umbrella", "alliance", "coalition"];

    /// <param name="actors">Of one dataset.</param>
    /// <returns>Each tie once, in the order of the actors.</returns>
    public static IEnumerable<(string UmbrellaId, string AffiliateId)> In(IReadOnlyCollection<Actor> actors)
    {
        var umbrellas = actors.Where(IsUmbrella).Select(actor => actor.Id).ToHashSet();
        var known = actors.Select(actor => actor.Id).ToHashSet();
        return actors.Where(HasSource)
            .SelectMany(actor => actor.Affiliations.Where(known.Contains).SelectMany(other => Ties(actor.Id, other)))
            .Distinct();

        IEnumerable<(string, string)> Ties(string actor, string other)
        {
            if (actor != other && umbrellas.Contains(other))
            {
                yield return (other, actor);
            }
            else if (actor != other && umbrellas.Contains(actor))
            {
                yield return (actor, other);
            }
        }
    }

    private static bool IsUmbrella(Actor actor) => _natures.Any(nature => actor.Nature.Contains(nature, StringComparison.OrdinalIgnoreCase));

    private static bool HasSource(Actor actor) => actor.Evidence.Basis.Any(basis => basis.Kind == BasisKind.Source);
}
