namespace Dashboard.Domain.Sources;

/// <summary>A toll as one claimant or source gives it for the whole of an incident: from the lowest to the highest of its figures that stand.</summary>
/// <param name="Low">The least that it can stand for.</param>
/// <param name="High">The most that it says in numbers.</param>
/// <param name="IsOrMore">True where the highest figure is a least: 34 or more.</param>
public sealed record OwnToll(int Low, int High, bool IsOrMore)
{
    /// <summary>Whether a claim gives such a figure: about the whole, neither withdrawn nor replaced, contradicted or without support.</summary>
    public static bool Counts(ClaimedNumber? number, ClaimStatus status) => number is not null && string.IsNullOrEmpty(number.Scope)
        && status is not (ClaimStatus.Contradicted or ClaimStatus.Unsupported or ClaimStatus.Retracted or ClaimStatus.Superseded);

    /// <param name="figures">Those that count.</param>
    /// <returns>Null where there is none.</returns>
    public static OwnToll? Of(IReadOnlyCollection<ClaimedNumber> figures)
    {
        if (figures.Count == 0)
        {
            return null;
        }

        var high = figures.Max(Most);
        return new OwnToll(figures.Min(figure => (figure.Low ?? figure.High)!.Value), high, figures.Any(figure => figure.High is null && Most(figure) == high));
    }

    private static int Most(ClaimedNumber figure) => (figure.High ?? figure.Low)!.Value;
}
