using Dashboard.Data;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;

namespace Dashboard.Web.Incidents;

/// <summary>How often one side answered another within a chain.</summary>
/// <param name="Answering">Who answered.</param>
/// <param name="Answered">Whom.</param>
public sealed record Exchange(string Answering, string Answered, int Count);

/// <summary>
/// Counts who answered whom: the retaliations and responses of a chain, as the record has them. A side is who did it or is said
/// to have done it, rolled up to the party above them all.
/// </summary>
public static class ChainExchanges
{
    public const string Nobody = "nobody named";

    /// <summary>Who counts as having done it: those said to have done it; where nobody is, who claimed it; else who spoke.</summary>
    private static readonly string[] _doing = ["perpetrator", "claimant", "speaker"];

    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<Exchange> Of(IncidentChain chain)
    {
        var actors = chain.Actors.ToDictionary(actor => actor.Id);
        return [.. chain.Answers
            .Where(answer => RelationKinds.SaysWhy(answer.Relation.Kind))
            .CountBy(answer => (Answering: SideOf(answer.From.Incident, actors), Answered: SideOf(answer.To.Incident, actors)))
            .Select(sides => new Exchange(sides.Key.Answering, sides.Key.Answered, sides.Value))
            .OrderByDescending(exchange => exchange.Count).ThenBy(exchange => exchange.Answering, StringComparer.Ordinal).ThenBy(exchange => exchange.Answered, StringComparer.Ordinal)];
    }

    private static string SideOf(Incident incident, Dictionary<string, Actor> actors)
    {
        var doing = _doing.Select(role => incident.Involvements.Where(involvement => involvement.Role == role).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        var sides = doing.Select(involvement => actors.GetValueOrDefault(involvement.ActorId)).OfType<Actor>().Select(actor => Top(actor, actors).Name).Distinct().ToList();
        return sides.Count == 0 ? Nobody : string.Join(", ", sides);
    }

    /// <summary>A militia that is formally part of a state is not counted as that state: what it does is not what the state does.</summary>
    private static Actor Top(Actor actor, Dictionary<string, Actor> actors)
    {
        HashSet<string> seen = [actor.Id];
        while (actor.Nature != "militia" && actor.ParentId is { } id && actors.TryGetValue(id, out var parent) && seen.Add(id))
        {
            actor = parent;
        }

        return actor;
    }
}
