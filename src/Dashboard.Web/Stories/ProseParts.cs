using System.Text.RegularExpressions;

namespace Dashboard.Web.Stories;

/// <summary>A stretch of what somebody wrote.</summary>
/// <param name="Address">Where it leads, when it is an http or https address; null for text.</param>
public sealed record ProsePart(string Text, Uri? Address);

/// <summary>Plain text as it is shown: paragraphs, lines, and the addresses in them as links. Nothing else in it means anything.</summary>
public static partial class ProseParts
{
    /// <summary>Paragraphs stand apart by an empty line.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Paragraphs(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(lines => lines.Length > 0)];

    /// <summary>The line, cut where links begin and end.</summary>
    public static IReadOnlyList<ProsePart> Of(string line)
    {
        List<ProsePart> parts = [];
        var end = 0;
        foreach (var match in WebAddressInText().EnumerateMatches(line))
        {
            var address = WithoutEnd(line.AsSpan(match.Index, match.Length));
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
            {
                continue;
            }

            AddText(parts, line[end..match.Index]);
            parts.Add(new ProsePart(address, uri));
            end = match.Index + address.Length;
        }

        AddText(parts, line[end..]);
        return parts;
    }

    private static void AddText(List<ProsePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new ProsePart(text, null));
        }
    }

    /// <summary>What ends a sentence ends no address; a bracket belongs to it where it was opened within.</summary>
    private static string WithoutEnd(ReadOnlySpan<char> address)
    {
        while (address.Length > 0 && (".,;:!?'\"»”’…".Contains(address[^1], StringComparison.Ordinal) || IsUnopened(address)))
        {
            address = address[..^1];
        }

        return address.ToString();
    }

    private static bool IsUnopened(ReadOnlySpan<char> address) => address[^1] switch
    {
        ')' => address.Count(')') > address.Count('('),
        ']' => address.Count(']') > address.Count('['),
        _ => false,
    };

    [GeneratedRegex(@"\bhttps?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddressInText();
}
