using System.Text;

namespace Dashboard.Data.Text;

/// <summary>
/// The one spelling in which text is indexed and asked for, so that a name is found however it is written: lower case,
/// no apostrophes, hyphens as spaces, letters never doubled, the forms of an Arabic letter made one. Latin diacritics are
/// left to the tokenizer of the index.
/// </summary>
internal static class Spelling
{
    /// <summary>A shorter rest is more likely an English word ("allied") than a name without its article.</summary>
    private const int ShortestName = 4;

    private const string ArabicArticle = "ال";

    private static readonly string[] _articles = ["al", "el", ArabicArticle];

    /// <summary>A word, whether it is an article that belongs to the word after it, and the word with the article before it.</summary>
    public readonly record struct Word(string Text, bool IsArticle, string? WithArticle);

    /// <summary>Adds the words of a running text to others, as they are and with their article.</summary>
    public static void AppendProse(StringBuilder words, ReadOnlySpan<char> text)
    {
        var reader = new WordReader(text);
        while (reader.Read())
        {
            AppendWord(words, reader.Word);
            if (reader.WithArticle is { } joined)
            {
                AppendWord(words, joined);
            }
        }
    }

    /// <summary>Adds a word to others.</summary>
    public static void AppendWord(StringBuilder words, ReadOnlySpan<char> word)
    {
        if (words.Length > 0)
        {
            words.Append(' ');
        }

        words.Append(word);
    }

    /// <summary>Names in all the ways in which they are written: word by word, with and without the article, and as one word.</summary>
    public static string OfNames(IEnumerable<string> names) => string.Join(' ', names.SelectMany(OfName).Distinct());

    public static IReadOnlyList<Word> Words(string text)
    {
        var words = new List<Word>();
        var reader = new WordReader(text);
        while (reader.Read())
        {
            words.Add(new Word(reader.Word.ToString(), reader.IsArticle, reader.WithArticle));
        }

        return words;
    }

    /// <summary>Several words written as one: "as-Suwayda" is "asuwayda", as "Assuwayda" is.</summary>
    public static string Join(IEnumerable<Word> words) => words.Aggregate("", (joined, word) => Joined(joined, word.Text));

    /// <summary>"alasad" is "asad"; a word without an article, or too short to tell, is null.</summary>
    public static string? WithoutArticle(string word) =>
        word.Length >= ArabicArticle.Length + ShortestName && _articles.Any(article => word.StartsWith(article, StringComparison.Ordinal))
            ? word[ArabicArticle.Length..]
            : null;

    private static IEnumerable<string> OfName(string name)
    {
        var words = Words(name);
        var written = words.SelectMany(word => new[] { word.Text, word.WithArticle }).OfType<string>();
        return [.. written.SelectMany(WithAndWithoutArticle), .. WithAndWithoutArticle(Join(words))];
    }

    private static IEnumerable<string> WithAndWithoutArticle(string word) => WithoutArticle(word) is { } bare ? [word, bare] : [word];

    /// <summary>Two words written as one: where they meet, a letter is not doubled either.</summary>
    public static string Joined(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var isDoubled = first.Length > 0 && second.Length > 0 && first[^1] == second[0] && char.IsLetter(second[0]);
        return string.Concat(first, isDoubled ? second[1..] : second);
    }
}
