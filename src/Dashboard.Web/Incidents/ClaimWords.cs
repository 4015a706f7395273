using System.Globalization;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>What a claim is about and what number it gives, in words.</summary>
public static class ClaimWords
{
    public const string Killed = TollPredicate.Killed;
    public const string Injured = TollPredicate.Injured;

    /// <summary>"target_count" is "Target count".</summary>
    public static string Predicate(string predicate) => predicate switch
    {
        Killed => "Killed",
        Injured => "Injured",
        _ => Sentence(predicate),
    };

    /// <summary>"3", "34+" for at least 34, "≤ 8" for at most 8, "6–8".</summary>
    public static string Number(ClaimedNumber number) => (number.Low, number.High) switch
    {
        ({ } low, { } high) when low == high => Figure(low),
        ({ } low, { } high) => $"{Figure(low)}–{Figure(high)}",
        ({ } low, null) => $"{Figure(low)}+",
        (null, { } high) => $"≤ {Figure(high)}",
        _ => "",
    };

    public static string Sentence(string key)
    {
        var words = key.Replace('_', ' ').Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Figure(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
