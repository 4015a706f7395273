using Dashboard.Domain.Incidents;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Sources;

/// <summary>The claims about one incident that had been made by a day, each as it stood.</summary>
public sealed class KnownClaims
{
    private readonly KnownOn _known;
    private readonly IReadOnlyList<Claim> _all;
    private readonly Dictionary<string, ClaimTurn> _turns = [];

    /// <param name="all">The claims of the incident.</param>
    /// <param name="corrections">Relations that end at the incident, each with the time of the incident that it starts from.</param>
    public KnownClaims(KnownOn known, IReadOnlyList<Claim> all, IReadOnlyCollection<(Relation Relation, Occurrence? From)> corrections)
    {
        (_known, _all) = (known, all);
        foreach (var claim in all.Where(known.Has))
        {
            if (known.TurnOf(claim, all, corrections) is { Day: { } day } turn && day > known.Day)
            {
                _turns[claim.Id] = turn;
            }
        }
    }

    /// <summary>Those that had been made; one that was withdrawn or overtaken later is asserted still.</summary>
    public ValueList<Claim> Made => _all.Where(_known.Has).Select(claim => _turns.ContainsKey(claim.Id) ? claim with { Status = ClaimStatus.Asserted } : claim).ToValueList();

    /// <summary>What became of a claim after the day; null where nothing did.</summary>
    public ClaimTurn? LaterTurnOf(Claim claim) => _turns.GetValueOrDefault(claim.Id);

    /// <summary>The incident that they are about with the toll that had been claimed.</summary>
    public Incident Of(Incident incident) =>
        _known.Of(incident, _all, claim => _turns.ContainsKey(claim.Id) || claim.Status is not (ClaimStatus.Retracted or ClaimStatus.Superseded));
}
