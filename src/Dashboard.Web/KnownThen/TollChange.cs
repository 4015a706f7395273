using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.KnownThen;

/// <summary>A toll that is another one now than it was on a day.</summary>
/// <param name="Predicate">Which; see <see cref="TollPredicate"/>.</param>
/// <param name="Name">"killed", "injured".</param>
public sealed record TollChange(string Predicate, string Name, Toll Before, Toll After)
{
    /// <summary>"47 → 25–100, best estimate 47".</summary>
    public string Words => $"{TollWords.Of(Before)} → {TollWords.Of(After)}";

    public static IEnumerable<TollChange> Between(Incident then, Incident now) => new[]
    {
        new TollChange(TollPredicate.Killed, "killed", then.Killed.Toll, now.Killed.Toll),
        new TollChange(TollPredicate.Injured, "injured", then.Injured.Toll, now.Injured.Toll),
    }.Where(change => TollWords.Of(change.Before) != TollWords.Of(change.After));
}
