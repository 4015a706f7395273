using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Web.Incidents;

/// <summary>What happened to the claims of an incident after a day.</summary>
/// <param name="Added">How many claims there are now that were not there then.</param>
/// <param name="Changes">Of the claims that were there then, those of which something became.</param>
public sealed record SinceThen(int Added, ValueList<SinceThen.Change> Changes)
{
    public static SinceThen Nothing { get; } = new(0, []);

    public bool IsNothing => Added == 0 && Changes.Count == 0;

    /// <summary>What became of one claim.</summary>
    /// <param name="Claim">As it was.</param>
    /// <param name="IsTurnAfterDay">True where the record tells that it stood on the day and does so no more: it is shown as it stood.</param>
    /// <param name="Badge">To stand beside the claim: "later retracted, 5 Feb 2024".</param>
    /// <param name="Sentence">To stand in a sentence: "the claim of prior notice (John Kirby) was retracted (5 Feb 2024)".</param>
    public sealed record Change(Claim Claim, bool IsTurnAfterDay, string? Badge, string Sentence);

    /// <param name="held">The record of which the day is shown, whole.</param>
    /// <param name="present">Null where it was taken away.</param>
    public static SinceThen Of(KnownOn known, IncidentRecord held, IncidentRecord? present)
    {
        var shown = held.Claims.Where(known.Has).ToList();
        var now = present?.Claims ?? [];
        var shownIds = shown.Select(claim => claim.Id).ToHashSet();
        var corrections = held.AnsweredBy.Select(other => (other.Relation, other.Occurrence)).ToList();
        var changes = new List<Change>();
        foreach (var claim in shown)
        {
            if (known.TurnOf(claim, held.Claims, corrections) is { Day: { } day } turn && day > known.Day)
            {
                changes.Add(Turned(claim, turn, day));
            }
        }

        // Dates tell of what the record held on the day; the store tells what was made of it since.
        if (present is not null && present.Number != held.Number)
        {
            changes.AddRange(ClaimChange.Between(held.Claims, now).Where(change => change.Before is { } before && shownIds.Contains(before.Id)).Select(Edited));
        }

        return new SinceThen(now.Count(claim => !shownIds.Contains(claim.Id)), changes.DistinctBy(change => change.Claim.Id).ToValueList());
    }

    private static Change Turned(Claim claim, ClaimTurn turn, DateOnly day)
    {
        var (what, date) = (ViewWord(turn.Status), DateWords.Short.Day(day));
        var by = turn.By is { } next && turn.Status == ClaimStatus.Superseded ? $" by {Said(next)}" : "";
        return new Change(claim, IsTurnAfterDay: true, $"later {what}{by}, {date}", $"{Named(claim)} was {what}{by} ({date})");
    }

    private static Change Edited(ClaimChange change) => change switch
    {
        { IsWithdrawn: true } => new(change.Before!, false, "later withdrawn from the record", $"{Named(change.Before!)} was withdrawn from the record"),
        { NewStatus: { } status } => new(change.Before!, false, $"later {ViewWord(status)}", $"{Named(change.Before!)} went from {ViewWord(change.Before!.Status)} to {ViewWord(status)}"),
        _ when Said(change.Before!) != Said(change.After!) => new(change.Before!, false, $"later changed to {Said(change.After!)}", $"{Named(change.Before!)} was changed to {Said(change.After!)}"),
        _ => new(change.Before!, false, "later changed", $"{Named(change.Before!)} was changed"),
    };

    private static string Named(Claim claim) => claim.Predicate switch
    {
        TollPredicate.Killed or TollPredicate.Injured => $"the number of {ClaimWords.Predicate(claim.Predicate).ToLowerInvariant()} by {claim.Claimant.Name}, {Said(claim)},",
        _ => $"the claim of {ClaimWords.Predicate(claim.Predicate).ToLowerInvariant()} by {claim.Claimant.Name}",
    };

    private static string Said(Claim claim) => claim.Value;

    private static string ViewWord(ClaimStatus status) => Domain.Querying.ViewStateCodec.Word(status);
}
