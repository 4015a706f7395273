using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Actors;

/// <summary>Somebody an actor is tied to, and what says so.</summary>
/// <param name="Other">Null where the data have words only.</param>
/// <param name="Evidence">Of the description, or both descriptions, in which the tie is said.</param>
public sealed record ActorTie(string Name, Actor? Other, Evidence Evidence)
{
    /// <summary>Whom it belongs to.</summary>
    public static IReadOnlyList<ActorTie> Parents(ActorRecord record) =>
        [.. record.Others.Where(other => other.Id == record.Actor.ParentId).Select(parent => new ActorTie(parent.Name, parent, record.Actor.Evidence))];

    /// <summary>Who belongs to it, by name.</summary>
    public static IReadOnlyList<ActorTie> Members(ActorRecord record) =>
        [.. record.Others.Where(other => other.ParentId == record.Actor.Id).Select(member => new ActorTie(member.Name, member, member.Evidence)).OrderBy(tie => tie.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Ties that are not membership, said of it or of the other.</summary>
    public static IReadOnlyList<ActorTie> Affiliations(ActorRecord record)
    {
        var said = record.Actor.Affiliations.Select(tie => record.Others.FirstOrDefault(other => other.Id == tie) is { } other
            ? new ActorTie(other.Name, other, IsSaidBy(other, record.Actor) ? Both(record.Actor.Evidence, other.Evidence) : record.Actor.Evidence)
            : new ActorTie(tie, null, record.Actor.Evidence));
        var saidByOthers = record.Others
            .Where(other => IsSaidBy(other, record.Actor) && !record.Actor.Affiliations.Contains(other.Id))
            .Select(other => new ActorTie(other.Name, other, other.Evidence));
        return [.. said, .. saidByOthers];
    }

    private static bool IsSaidBy(Actor other, Actor actor) => other.Affiliations.Contains(actor.Id);

    private static Evidence Both(Evidence one, Evidence other) =>
        new(one.Basis.Concat(other.Basis).Distinct().ToValueList(), one.Confidence < other.Confidence ? one.Confidence : other.Confidence);
}
