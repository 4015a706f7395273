using System.Globalization;
using System.Text;

namespace Dashboard.Drawing.Fonts;

/// <summary>
/// Text in the order in which it stands on a line, from the left. Stretches that are read from the right are turned round, the
/// numbers in them are not; the line as a whole goes the way of its first letter. Nested directions are not told apart.
/// </summary>
internal static class VisualOrder
{
    private const string Mirrored = "()[]{}<>«»";

    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsFromRight))
        {
            return Visible(text);
        }

        var runes = ArabicForms.Joined(Visible(text)).EnumerateRunes().ToArray();
        var isFromRight = IsFromRight(Array.Find(runes, rune => IsFromRight(rune) || Rune.IsLetter(rune)));
        var stretches = Stretches(runes, isFromRight);
        if (isFromRight)
        {
            stretches.Reverse();
        }

        return string.Concat(stretches.SelectMany(stretch => stretch.IsFromRight ? Turned(stretch.Runes) : stretch.Runes).Select(rune => rune.ToString()));
    }

    /// <summary>Runs of one direction; what has none, such as blanks, goes with its neighbours where they agree, else with the line.</summary>
    private static List<(List<Rune> Runes, bool IsFromRight)> Stretches(Rune[] runes, bool isLineFromRight)
    {
        var directions = new bool?[runes.Length];
        for (var at = 0; at < runes.Length; at++)
        {
            directions[at] = IsFromRight(runes[at]) ? true : Rune.IsLetterOrDigit(runes[at]) ? false : null;
        }

        var stretches = new List<(List<Rune> Runes, bool IsFromRight)>();
        for (var at = 0; at < runes.Length; at++)
        {
            var direction = directions[at] ?? Agreed(directions, at) ?? isLineFromRight;
            if (stretches.Count == 0 || stretches[^1].IsFromRight != direction)
            {
                stretches.Add(([], direction));
            }

            stretches[^1].Runes.Add(runes[at]);
        }

        return stretches;
    }

    private static bool? Agreed(bool?[] directions, int at)
    {
        var before = Array.FindLast(directions[..at], direction => direction is not null);
        var after = Array.Find(directions[at..], direction => direction is not null);
        return before == after ? before : null;
    }

    private static IEnumerable<Rune> Turned(List<Rune> runes) => runes.AsEnumerable().Reverse().Select(rune =>
        rune.IsBmp && Mirrored.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var bracket ? new Rune(Mirrored[bracket ^ 1]) : rune);

    private static bool IsFromRight(Rune rune) =>
        rune.Value is (>= 0x590 and <= 0x65F) or (>= 0x66A and <= 0x6EF) or (>= 0x6FA and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    /// <summary>Without what is not seen: control and format characters; every blank is a blank.</summary>
    private static string Visible(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark) || IsFromRight(rune) || rune.Value is '\t' or '\n')
        .Select(rune => Rune.IsWhiteSpace(rune) ? " " : rune.ToString()));
}
