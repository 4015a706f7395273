using System.Text;

namespace Dashboard.Domain.Querying;

/// <summary>What may stand as one value in the address of a view, so that every view can be written down and read back.</summary>
internal static class AddressText
{
    public const int MaximumLength = 256;

    /// <summary>Why the value cannot stand in an address, in words for the page; null where it can.</summary>
    public static string? Flaw(string value) =>
        value.Length > MaximumLength ? $"longer than {MaximumLength} characters"
        : value.EnumerateRunes().Any(IsUnreadable) ? "not readable text"
        : null;

    /// <summary>The value, or null where it is blank; one that cannot stand in an address is refused.</summary>
    public static string? OrNull(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var flaw = Flaw(value);
        Refuse.If(flaw is not null, $"a value of an address is {flaw}");
        return value;
    }

    /// <summary>What a person typed or pasted, made fit for an address: unreadable characters are blanks, and the end is cut.</summary>
    public static string? Tidied(string? typed)
    {
        var text = new StringBuilder();
        foreach (var rune in (typed ?? "").Trim().EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > MaximumLength)
            {
                break;
            }

            text.Append(IsUnreadable(rune) ? " " : rune.ToString());
        }

        var tidied = text.ToString().Trim();
        return tidied.Length == 0 ? null : tidied;
    }

    /// <summary>Control characters, and what stands for text that was damaged on its way (a lone surrogate reads so too).</summary>
    private static bool IsUnreadable(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar;
}
