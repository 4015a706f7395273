using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>A note that names another claim as datasets do, "claim cl-notice-1": the words before, the claim, the words after.</summary>
public sealed record ClaimMention(string Before, Claim Claim, string After)
{
    /// <summary>The first of these claims that the note names; null where it names none.</summary>
    public static ClaimMention? In(string? note, IEnumerable<Claim> claims) =>
        claims.Select(claim => Of(note, claim)).OfType<ClaimMention>().MinBy(mention => mention.Before.Length);

    public static bool Names(string? note, Claim claim) => Of(note, claim) is not null;

    private static ClaimMention? Of(string? note, Claim claim)
    {
        var words = $"claim {claim.Id}";
        var start = note?.IndexOf(words, StringComparison.Ordinal) ?? -1;
        var end = start + words.Length;
        var isWhole = start >= 0 && (end == note!.Length || !(char.IsLetterOrDigit(note[end]) || note[end] == '-'));
        return isWhole ? new ClaimMention(note![..start], claim, note[end..]) : null;
    }
}
