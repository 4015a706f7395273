namespace Dashboard.Data.Text;

/// <summary>
/// What a person typed, as a question to the full-text index. Only letters and digits of it are kept, each word in quotes,
/// so nothing that is typed can be read as syntax.
/// </summary>
internal static class TextQuestion
{
    /// <summary>More words than anybody types; the rest is not asked for.</summary>
    private const int MostWords = 16;

    /// <summary>A name in two or three words is also looked for as one word: "albu kamal" is "albukamal".</summary>
    private const int LongestName = 3;

    /// <summary>A letter alone begins nearly everything; "zzzz" is one too, since doubled letters count once.</summary>
    private const int ShortestBeginning = 2;

    /// <returns>Null where the text has no word.</returns>
    public static string? Match(string text)
    {
        var words = Spelling.Words(text.Length > 400 ? text[..400] : text).Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var asked = words.Where((word, index) => !word.IsArticle || index == words.Count - 1).Select(word => word.Text).ToList();
        var all = string.Join(" AND ", asked.Select((word, index) => Either(word, index == asked.Count - 1)));
        return words.Count is > 1 and <= LongestName ? $"({all}) OR {Either(Spelling.Join(words), isLast: true)}" : all;
    }

    /// <summary>The word, or among the names the word without its article; the last may be the beginning of a word.</summary>
    private static string Either(string word, bool isLast)
    {
        var end = isLast && word.Length >= ShortestBeginning ? "\"*" : "\"";
        return Spelling.WithoutArticle(word) is { } bare
            ? $"(\"{word}{end} OR names : \"{bare}{end})"
            : $"\"{word}{end}";
    }
}
