using System.Buffers.Text;

namespace Dashboard.Domain.Querying;

/// <summary>What opens a short link, as addresses write it: 128 bits in base64url.</summary>
public static class LinkWord
{
    public const int Length = 22;

    /// <summary>Whether it is written like one; whether it opens anything is another question.</summary>
    public static bool IsWellFormed(string? word) => word is { Length: Length } && Base64Url.IsValid(word);

    /// <exception cref="RefusedException">It is not written like one.</exception>
    internal static string? Checked(string? word)
    {
        Refuse.If(word is not null && !IsWellFormed(word), "what opens a link has 22 letters, digits, hyphens and underscores");
        return word;
    }
}
