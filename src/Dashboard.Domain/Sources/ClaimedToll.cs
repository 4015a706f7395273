using System.Globalization;
using Dashboard.Domain.Incidents;

namespace Dashboard.Domain.Sources;

/// <summary>The predicates that are about a toll.</summary>
public static class TollPredicate
{
    public const string Killed = "fatalities";

    public const string Injured = "injuries";
}

/// <summary>A toll as claims give it and nothing else: from the lowest figure to the highest, without a best estimate.</summary>
public static class ClaimedToll
{
    /// <summary>
    /// Claims about the whole go before claims about a part ("Iraq", "civilians"). Parts of one scope give that part's range,
    /// and the note names it; parts of several scopes give no total.
    /// </summary>
    /// <param name="claims">About one toll; those that were contradicted, or that nothing supports, do not count.</param>
    public static TollReading Of(IEnumerable<Claim> claims)
    {
        var counting = claims.Where(claim => Counts(claim.Number, claim.Status)).ToList();
        var whole = counting.Where(claim => IsWhole(claim.Number!)).ToList();
        var scopes = counting.Select(claim => claim.Number!.Scope).Distinct().ToList();
        var (counted, scope) = whole.Count > 0 ? (whole, null) : scopes.Count == 1 ? (counting, scopes[0]) : ([], null);
        var basis = counted.Select(claim => Basis.Source(claim.SourceId)).Distinct().ToValueList();
        return new TollReading(Range([.. counted.Select(claim => claim.Number!)]), Note(counting.Count > 0 && counted.Count == 0, scope, counted), new Evidence(basis, null));
    }

    /// <summary>The same of the figures alone.</summary>
    public static Toll Of(IEnumerable<(ClaimedNumber? Number, ClaimStatus Status)> claims)
    {
        var counting = claims.Where(claim => Counts(claim.Number, claim.Status)).Select(claim => claim.Number!).ToList();
        var whole = counting.Where(IsWhole).ToList();
        return Range(whole.Count > 0 ? whole : counting.DistinctBy(number => number.Scope).Count() == 1 ? counting : []);
    }

    /// <summary>True where a figure is about all of the incident, not about a part of it.</summary>
    public static bool IsWhole(ClaimedNumber number) => string.IsNullOrEmpty(number.Scope);

    /// <summary>It holds every figure. Where one has no low, the low is not known; where none has a high, the high is not.</summary>
    public static Toll Range(IReadOnlyList<ClaimedNumber> numbers)
    {
        var hasLow = numbers.All(number => number.Low is not null);
        var hasHigh = numbers.Any(number => number.High is not null);
        return numbers.Count == 0 ? Toll.Unknown : new Toll(
            hasLow ? numbers.Min(number => number.Low) : null,
            null,
            hasHigh ? numbers.Max(number => number.High ?? number.Low) : null);
    }

    private static bool Counts(ClaimedNumber? number, ClaimStatus status) =>
        number is not null && status is not (ClaimStatus.Contradicted or ClaimStatus.Unsupported);

    private static string? Note(bool isOfParts, string? scope, List<Claim> counted)
    {
        if (isOfParts)
        {
            return "The claims count different parts, so that no total is given.";
        }

        var most = counted.Max(claim => claim.Number!.High ?? claim.Number!.Low);
        var isLeast = counted.Count > 1 && counted.Exists(claim => claim.Number is { High: null, Low: var low } && low == most) && counted.Exists(claim => claim.Number!.High is not null);
        string[] parts =
        [
            .. scope is null ? Array.Empty<string>() : [$"This counts {scope} only."],
            .. isLeast ? [string.Create(CultureInfo.InvariantCulture, $"The highest figure is a least: {most:#,0} or more.")] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }
}
