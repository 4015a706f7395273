using System.Collections.Frozen;
using System.Text;

namespace Dashboard.Data.Import.Cells;

/// <summary>What all cells have in common: how nothing is written, and how words and digits are compared.</summary>
internal static class CellText
{
    private const int Shown = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _unknown = new[]
    {
        "", "-", "--", "–", "—", "?", "??", "na", "n/a", "#n/a", "n.a.", "n. a.", "n.d.", "null", "none", "\\n", "unknown", "not known", "unbekannt",
        "nicht bekannt", "k.a.", "k. a.", "keine angabe", "inconnu", "inconnue", "desconocido", "desconocida", "неизвестно", "bilinmiyor", "غير معروف",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for an empty cell and for the words that people write into one: NA, null, -, ?, unknown.</summary>
    public static bool IsUnknown(ReadOnlySpan<char> text)
    {
        var bare = text.Trim();
        return bare.Length <= 20 && _unknown.Contains(bare);
    }

    /// <summary>The text without space around it, no-break spaces as spaces, and Arabic, Persian and full-width digits as 0–9.</summary>
    public static string Plain(string text) => text.AsSpan().ContainsAnyExceptInRange('!', '~') ? Rewritten(text) : text;

    /// <summary>The cell as a message quotes it.</summary>
    public static string Quoted(string text)
    {
        var shown = text.Length <= Shown ? text : $"{text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)]}…";
        return $"'{shown}'";
    }

    /// <summary>Half a letter that lost its other half cannot be stored: it becomes the replacement character.</summary>
    public static string Safe(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune);
        }

        return safe.ToString();
    }

    private static string Rewritten(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter switch
            {
                '\u00A0' or '\u202F' or '\u2009' or '\u2007' or '\t' or '\r' or '\n' => ' ',
                '\uFEFF' or '\u200E' or '\u200F' or '\u200B' => ' ',
                >= '٠' and <= '٩' => (char)('0' + (letter - '٠')),
                >= '۰' and <= '۹' => (char)('0' + (letter - '۰')),
                >= '０' and <= '９' => (char)('0' + (letter - '０')),
                '−' => '-',
                _ => letter,
            });
        }

        return plain.ToString().Trim();
    }
}
