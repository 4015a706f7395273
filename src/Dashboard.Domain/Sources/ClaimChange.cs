namespace Dashboard.Domain.Sources;

/// <summary>What happened to one claim between two states of a record. One of the two is null where it was added or withdrawn.</summary>
public sealed record ClaimChange(Claim? Before, Claim? After)
{
    public bool IsAdded => Before is null;

    public bool IsWithdrawn => After is null;

    /// <summary>The claim as it is now, or as it was last.</summary>
    public Claim Claim => After ?? Before!;

    /// <summary>The new status, where it is another one.</summary>
    public ClaimStatus? NewStatus => Before is { } before && After is { } after && before.Status != after.Status ? after.Status : null;

    /// <summary>Claim by claim, known by their ids: what changed, in the order of the later state, then what was withdrawn.</summary>
    public static ValueList<ClaimChange> Between(IReadOnlyList<Claim> before, IReadOnlyList<Claim> after)
    {
        var (earlier, later) = (ById(before), ById(after));
        var kept = later.Values.Select(claim => new ClaimChange(earlier.GetValueOrDefault(claim.Id), claim)).Where(change => change.Before != change.After);
        var withdrawn = earlier.Values.Where(claim => !later.ContainsKey(claim.Id)).Select(claim => new ClaimChange(claim, null));
        return kept.Concat(withdrawn).ToValueList();
    }

    private static OrderedDictionary<string, Claim> ById(IReadOnlyList<Claim> claims)
    {
        var byId = new OrderedDictionary<string, Claim>();
        foreach (var claim in claims)
        {
            byId.TryAdd(claim.Id, claim);
        }

        return byId;
    }
}
