using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>How the claims about one point stand to each other.</summary>
public enum Standing
{
    /// <summary>One claim, with nothing beside it.</summary>
    Alone,

    /// <summary>They say the same.</summary>
    Agree,

    /// <summary>Each says something of its own, and none is set against another.</summary>
    SideBySide,

    /// <summary>They give figures for the same thing that cannot all be right at one time.</summary>
    Differ,

    /// <summary>Some are disputed, contradicted, withdrawn or replaced.</summary>
    Against,
}

/// <summary>How the claims about one point stand to each other, with the words for it.</summary>
public sealed record ClaimStanding(Standing Standing, string Words)
{
    private static readonly ClaimStatus[] _set = [ClaimStatus.Contradicted, ClaimStatus.Disputed, ClaimStatus.Retracted, ClaimStatus.Superseded];

    /// <param name="claims">About one point of one incident.</param>
    /// <param name="elsewhere">About the same point of its whole or its parts.</param>
    public static ClaimStanding Of(IReadOnlyList<Claim> claims, IEnumerable<Claim> elsewhere)
    {
        var all = claims.Concat(elsewhere).ToList();
        var numbers = all.Select(claim => claim.Number).OfType<ClaimedNumber>().ToList();
        var set = from status in _set
                  let count = claims.Count(claim => claim.Status == status)
                  where count > 0
                  select $"{count} {ViewStateCodec.Word(status)}";
        return string.Join(", ", set) switch
        {
            { Length: > 0 } words when claims.Count > 1 => new(Standing.Against, $"Against each other: {words}"),
            _ when all.Count == 1 => new(Standing.Alone, ""),
            _ when Units(numbers) is { Count: > 1 } units => new(Standing.SideBySide, $"Different things are counted, {string.Join(", ", units)}: side by side, no contradiction"),
            _ when numbers.Count > 1 => OfNumbers(numbers),
            _ when all.TrueForAll(claim => claim.Status == ClaimStatus.Supported) => new(Standing.Agree, "They agree"),
            _ => new(Standing.SideBySide, "Side by side: none is set against another"),
        };
    }

    private static ClaimStanding OfNumbers(List<ClaimedNumber> numbers)
    {
        var scopes = numbers.GroupBy(number => number.Scope ?? "").ToList();
        var differing = scopes.Where(scope => !HaveOneInCommon(scope)).Select(scope => $"{scope.Key} {Whole([.. scope])}".TrimStart()).ToList();
        return scopes switch
        {
            _ when differing.Count > 0 => new(Standing.Differ, $"The figures differ: {string.Join(", ", differing)}{(differing.Count < scopes.Count ? "; other scopes beside them" : "")}"),
            { Count: > 1 } => new(Standing.SideBySide, "Side by side, each for a scope of its own"),
            _ => new(Standing.Agree, $"All {numbers.Count} figures agree"),
        };
    }

    private static List<string> Units(IEnumerable<ClaimedNumber> numbers) => [.. numbers.Select(number => number.Unit).OfType<string>().Distinct()];

    /// <summary>True where one number is within every range.</summary>
    private static bool HaveOneInCommon(IEnumerable<ClaimedNumber> numbers) =>
        numbers.Max(number => number.Low ?? 0) <= numbers.Min(number => number.High ?? int.MaxValue);

    /// <summary>"25 to 100+": from the lowest low to the highest figure that anybody gave.</summary>
    private static string Whole(List<ClaimedNumber> numbers)
    {
        var least = numbers.Min(number => number.Low ?? 0);
        var most = numbers.MaxBy(number => (number.High ?? number.Low!.Value, number.High is null))!;
        var top = new ClaimedNumber(most.High ?? most.Low, most.High);
        return $"{ClaimWords.Number(new ClaimedNumber(least, least))} to {ClaimWords.Number(top)}";
    }
}
