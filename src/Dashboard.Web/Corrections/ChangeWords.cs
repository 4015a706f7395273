using Dashboard.Data;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Corrections;

/// <summary>One difference, in words. Null is not known, or not there.</summary>
public sealed record ChangeLine(string What, string? Before, string? After)
{
    /// <summary>"Killed: 3 → 5".</summary>
    public string Text => $"{What}: {(Before, After) switch
    {
        (null, { } after) => after,
        ({ } before, null) => before,
        _ => $"{Before} → {After}",
    }}";
}

/// <summary>Changes in words.</summary>
public static class ChangeWords
{
    /// <summary>How many differences of one change are told.</summary>
    public const int MostLines = 40;

    private const string NotKnown = "not known";

    /// <summary>What made the change, why and by whom: "Import: g.csv (UCDP GED), by Noor", "Undo: g.csv (UCDP GED)", "Promotion of a lead: lead-07".</summary>
    public static string Cause(RevisionRecord revision) => $"{Deed(revision)}{(revision.Who is { } who ? $", by {who}" : "")}";

    private static string Deed(RevisionRecord revision) => revision switch
    {
        { Undoes: not null } => revision.What,
        _ when After(revision.What, "Promote lead ") is { } lead => $"Promotion of a lead: {lead}",
        _ when After(revision.What, "Add dataset ") is { } dataset => $"New dataset: {dataset}",
        _ => $"Import: {revision.What}",
    };

    /// <summary>"added", "changed", "taken from the record", "put back".</summary>
    public static string Nature(ChangeNature nature) => nature switch
    {
        ChangeNature.Added => "added",
        ChangeNature.Changed => "changed",
        ChangeNature.Removed => "taken from the record",
        _ => "put back",
    };

    /// <summary>The differences, facts before claims; those beyond <see cref="MostLines"/> are counted in the last one.</summary>
    public static IReadOnlyList<ChangeLine> Lines(IncidentChange change)
    {
        var lines = change.Facts.Select(fact => new ChangeLine(fact.What, fact.Before ?? NotKnown, fact.After ?? NotKnown)).Concat(change.Claims.Select(Line)).ToList();
        if (change.Nature == ChangeNature.Changed && lines.Count == 0)
        {
            return [new ChangeLine("What it rests on", null, "changed, in nothing that is told here")];
        }

        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), new ChangeLine("And", null, $"{lines.Count - MostLines + 1} more differences")];
    }

    private static string? After(string what, string start) => what.StartsWith(start, StringComparison.Ordinal) ? what[start.Length..] : null;

    private static ChangeLine Line(ClaimChange change) => change switch
    {
        { Before: { } gone, After: null } => new("Claim withdrawn", $"{Subject(gone)}: {Said(gone)}", null),
        { Before: null, After: { } came } => new("Claim added", null, $"{Subject(came)}: {Said(came)} ({Word(came.Status)})"),
        { Before: { } was, After: { } became } when Said(was) != Said(became) =>
            new($"Claim, {Subject(became)}", Said(was) + Status(was, became), Said(became) + Status(became, was)),
        { Before: { } was, After: { } became } when Figure(was) != Figure(became) => new($"Claim, {Subject(became)}", Figure(was) + Status(was, became), Figure(became) + Status(became, was)),
        { Before: { } was, After: { } became } when was.Status != became.Status => new($"Claim, {Subject(became)}", Word(was.Status), Word(became.Status)),
        { After: var became } => new($"Claim, {Subject(became!)}", null, "its note or what it rests on changed"),
    };

    private static string Status(Claim claim, Claim other) => claim.Status == other.Status ? "" : $" ({Word(claim.Status)})";

    private static string Subject(Claim claim) => $"{ClaimWords.Predicate(claim.Predicate).ToLowerInvariant()}, {claim.Claimant.Name}";

    private static string Said(Claim claim) => claim.Value + (claim.Date is { } date ? $", {DateWords.Short.Of(date)}" : "");

    private static string Figure(Claim claim) => claim.Number is { } number ? ClaimWords.Number(number) : "no figure";

    private static string Word(ClaimStatus status) => Domain.Querying.ViewStateCodec.Word(status);
}
