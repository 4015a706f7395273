using System.Globalization;
using System.Text;

namespace Dashboard.Web.Briefings;

/// <summary>How a presenter is called: what they typed, else the name of their account.</summary>
public static class PresenterName
{
    /// <summary>Characters as a person counts them.</summary>
    public const int MaximumLength = 40;

    private const string Nobody = "the presenter";

    public static string Of(string? typed, string? account) => Tidied(typed) ?? Tidied(account) ?? Nobody;

    /// <summary>One line of readable text, or null: what could turn the words around it about is left out.</summary>
    private static string? Tidied(string? name)
    {
        var readable = string.Concat((name ?? "").EnumerateRunes().Select(rune => IsUnreadable(rune) ? new Rune(' ') : rune)).Trim();
        var text = new StringInfo(readable);
        return readable.Length == 0 ? null
            : text.LengthInTextElements <= MaximumLength && readable.Length <= MaximumLength * 4 ? readable
            : text.SubstringByTextElements(0, Math.Min(MaximumLength, text.LengthInTextElements)) is var cut && cut.Length <= MaximumLength * 4 ? cut.Trim()
            : null;
    }

    private static bool IsUnreadable(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
}
