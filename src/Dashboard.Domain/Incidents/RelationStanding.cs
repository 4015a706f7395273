using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Incidents;

/// <summary>Where a relation stands: whoever asserts it, others may say otherwise.</summary>
public enum RelationStanding
{
    Asserted,

    /// <summary>The maker of the dataset has low confidence in it.</summary>
    Uncertain,

    /// <summary>All that it rests on says so wrongly, as the record has it.</summary>
    Contradicted,
}

/// <summary>Finds out where a relation stands, from the claims of the incident that is said to answer.</summary>
public static class RelationStandings
{
    private const string Motive = "motive";

    /// <summary>
    /// Contradicted is a relation that says why, where every source it rests on makes a claim about that motive which is
    /// contradicted or retracted. One source that is not contradicted is enough for it to stand.
    /// </summary>
    /// <param name="claims">Of the incident that the relation starts from.</param>
    public static RelationStanding Of(Relation relation, IEnumerable<Claim> claims) =>
        IsContradicted(relation, [.. claims.Where(claim => claim.Predicate == Motive)]) ? RelationStanding.Contradicted
        : relation.Evidence.Confidence == Confidence.Low ? RelationStanding.Uncertain
        : RelationStanding.Asserted;

    /// <summary>What is said about the motive instead: the claims about it that are neither contradicted nor withdrawn.</summary>
    public static IEnumerable<Claim> Instead(IEnumerable<Claim> claims) => claims.Where(claim => claim.Predicate == Motive && !IsOut(claim));

    private static bool IsContradicted(Relation relation, IReadOnlyList<Claim> motives)
    {
        var sources = relation.Evidence.Basis.Select(basis => basis.SourceId).ToList();
        return RelationKinds.SaysWhy(relation.Kind) && sources.Count > 0
            && sources.TrueForAll(source => source is not null
                && motives.Any(motive => motive.SourceId == source && IsOut(motive))
                && !motives.Any(motive => motive.SourceId == source && !IsOut(motive)));
    }

    private static bool IsOut(Claim claim) => claim.Status is ClaimStatus.Contradicted or ClaimStatus.Retracted;
}
