using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Lens;

/// <summary>What one account says of one incident; nothing where it does not mention it.</summary>
/// <param name="Claims">Its own.</param>
public sealed record Telling(ValueList<Claim> Claims)
{
    private const int MostParts = 4;

    private static readonly string[] _first = ["responsibility", "location", "motive"];

    public bool IsMentioned => Claims.Count > 0;

    /// <summary>Null where it gives no figure.</summary>
    public OwnToll? Killed => TollOf(TollPredicate.Killed);

    /// <inheritdoc cref="Killed"/>
    public OwnToll? Injured => TollOf(TollPredicate.Injured);

    /// <summary>In one line: "3 killed · 25–34 or more injured · Responsibility: Islamic Resistance in Iraq".</summary>
    public string Words
    {
        get
        {
            var tolls = new[] { TollPart(Killed, TollPredicate.Killed, "killed"), TollPart(Injured, TollPredicate.Injured, "injured") }.OfType<string>();
            var others = Claims.Select(claim => claim.Predicate).Distinct()
                .Where(predicate => predicate is not (TollPredicate.Killed or TollPredicate.Injured))
                .OrderBy(RankOf)
                .Select(predicate => $"{ClaimWords.Predicate(predicate)}: {Said(predicate)}");
            return string.Join(" · ", tolls.Concat(others).Take(MostParts));
        }
    }

    /// <summary>Who did it, where and why are told before all else.</summary>
    public static int RankOf(string predicate) => Array.IndexOf(_first, predicate) is >= 0 and var place ? place : _first.Length;

    /// <summary>The figure that the account gives of a toll; in its words where it gives none; null where it says nothing of it.</summary>
    private string? TollPart(OwnToll? toll, string predicate, string verb) =>
        toll is not null ? $"{BandWords.Of(toll)} {verb}"
        : Claims.Any(claim => claim.Predicate == predicate) ? $"{ClaimWords.Predicate(predicate)}: {Said(predicate)}"
        : null;

    private OwnToll? TollOf(string predicate) =>
        OwnToll.Of([.. Claims.Where(claim => claim.Predicate == predicate && OwnToll.Counts(claim.Number, claim.Status)).Select(claim => claim.Number!)]);

    /// <summary>What stands is said plainly; what was withdrawn or is contradicted says so.</summary>
    private string Said(string predicate) => string.Join("; ", ClaimOrder.ByDate(Claims.Where(claim => claim.Predicate == predicate)).Select(Said).Distinct());

    private static string Said(Claim claim) => claim.Status is ClaimStatus.Retracted or ClaimStatus.Contradicted or ClaimStatus.Superseded or ClaimStatus.Disputed
        ? $"{claim.Value} ({ViewStateCodec.Word(claim.Status)})"
        : claim.Value;
}
