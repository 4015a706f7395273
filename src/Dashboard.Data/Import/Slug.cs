using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Import;

/// <summary>A name as an id: lower-case words joined by hyphens, letters of any script kept. The same name is the same id, in every file.</summary>
public static class Slug
{
    private const int Longest = 80;

    /// <returns>"Government of Syria" → <c>government-of-syria</c>. A name without a letter or digit, and the end of one that is too long, becomes a hash.</returns>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                && letter is not ('\'' or '’' or '‘' or 'ʼ') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().TrimEnd('-');
        return text.Length is > 0 and <= Longest ? text : $"{Cut(text)}{Hash(name)}";
    }

    /// <summary>Eight hexadecimal digits that the text always has.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private static string Cut(string text)
    {
        var end = Math.Min(text.Length, Longest - 9);
        return end == 0 ? "" : $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}-";
    }
}
