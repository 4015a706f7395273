using System.Globalization;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>What a claim is about and what number it gives, in words.</summary>
public static class ClaimWords
{
    public const string Killed = TollPredicate.Killed;
    public const string Injured = TollPredicate.Injured;
    public const string TargetCount = "target_count";

    /// <summary>What claims are about, as a heading and after "the claim of": "Number of targets"; what has no words of its own is its key in words.</summary>
    public static string Predicate(string predicate) => predicate switch
    {
        Killed => "Killed",
        Injured => "Injured",
        TargetCount => "Number of targets",
        "troops" => "Number of troops",
        "iran_role" => "Role of Iran",
        "victim_status" => "Status of the victims",
        "channel" => "Channel of publication",
        _ => Sentence(predicate),
    };

    /// <summary>A number with what it counts and within what: "34+ people injured · Guardsmen only".</summary>
    public static string Counted(ClaimedNumber number) =>
        string.Join(" · ", new[] { $"{Number(number)} {number.Unit}".TrimEnd(), number.Scope }.Where(part => !string.IsNullOrEmpty(part)));

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
