using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.KnownThen;

/// <summary>What happened to the claims of an incident after a day.</summary>
/// <param name="Added">How many claims there are now that were not there then.</param>
/// <param name="Changes">Of the claims that were there then, those of which something became.</param>
public sealed record SinceThen(int Added, ValueList<SinceThen.Change> Changes)
{
    public static SinceThen Nothing { get; } = new(0, []);

    /// <summary>The tolls that are others now.</summary>
    public ValueList<TollChange> Tolls { get; init; } = [];

    /// <summary>What is not merely more than was known then: "injured 47 → 100, the claim of prior notice (John Kirby) was retracted (5 Feb 2024)"; null where nothing is.</summary>
    public string? ChangedWords => Tolls.Count + Changes.Count == 0 ? null
        : string.Join("; ", Tolls.Select(toll => $"{toll.Name} {toll.Words}").Concat(Changes.Select(change => change.Sentence)));

    /// <summary>What became of one claim.</summary>
    /// <param name="Claim">As it was.</param>
    /// <param name="Badge">To stand beside the claim: "later retracted, 5 Feb 2024".</param>
    /// <param name="Sentence">To stand in a sentence: "the claim of prior notice (John Kirby) was retracted (5 Feb 2024)".</param>
    public sealed record Change(Claim Claim, string? Badge, string Sentence);

    /// <param name="held">The incident of which the day is shown, whole.</param>
    /// <param name="present">Null where it was taken away.</param>
    public static SinceThen Of(KnownClaims known, HeldIncident held, HeldIncident? present)
    {
        var shown = known.Made;
        var now = present?.Claims ?? [];
        var shownIds = shown.Select(claim => claim.Id).ToHashSet();
        var changes = new List<Change>();
        foreach (var claim in shown)
        {
            if (known.LaterTurnOf(claim) is { } turn)
            {
                changes.Add(Turned(claim, turn));
            }
        }

        // Dates tell of what the record held on the day; the store tells what was made of it since.
        if (present is not null && present.Number != held.Number)
        {
            changes.AddRange(ClaimChange.Between(held.Claims, now).Where(change => change.Before is { } before && shownIds.Contains(before.Id)).Select(Edited));
        }

        return new SinceThen(now.Count(claim => !shownIds.Contains(claim.Id)), changes.DistinctBy(change => change.Claim.Id).ToValueList());
    }

    private static Change Turned(Claim claim, ClaimTurn turn)
    {
        var (what, date) = (ViewWord(turn.Status), DateWords.Short.Day(turn.Day!.Value));
        var by = turn.By is { } next && turn.Status == ClaimStatus.Superseded ? $" by {Said(next)}" : "";
        return new Change(claim, $"later {what}{by}, {date}", $"{Named(claim)} was {what}{by} ({date})");
    }

    private static Change Edited(ClaimChange change) => change switch
    {
        { IsWithdrawn: true } => new(change.Before!, "later withdrawn from the record", $"{Named(change.Before!)} was withdrawn from the record"),
        { NewStatus: { } status } => new(change.Before!, $"later {ViewWord(status)}", $"{Named(change.Before!)} went from {ViewWord(change.Before!.Status)} to {ViewWord(status)}"),
        _ when Said(change.Before!) != Said(change.After!) => new(change.Before!, $"later changed to {Said(change.After!)}", $"{Named(change.Before!)} was changed to {Said(change.After!)}"),
        _ => new(change.Before!, "later changed", $"{Named(change.Before!)} was changed"),
    };

    private static string Named(Claim claim) => claim.Predicate switch
    {
        TollPredicate.Killed or TollPredicate.Injured => $"the number of {ClaimWords.Predicate(claim.Predicate).ToLowerInvariant()} by {claim.Claimant.Name}, {Said(claim)},",
        _ => $"the claim of {ClaimWords.Predicate(claim.Predicate).ToLowerInvariant()} by {claim.Claimant.Name}",
    };

    private static string Said(Claim claim) => claim.Value;

    private static string ViewWord(ClaimStatus status) => Domain.Querying.ViewStateCodec.Word(status);
}
