using System.Globalization;
using System.Text;

namespace Dashboard.Data.Text;

/// <summary>
/// The one spelling in which text is indexed and asked for, so that a name is found however it is written: lower case,
/// no apostrophes, hyphens as spaces, letters never doubled, the forms of an Arabic letter made one. Latin diacritics are
/// left to the tokenizer of the index.
/// </summary>
internal static class Spelling
{
    /// <summary>The article before a sun letter is an article only where a hyphen says so: "as-Suwayda", but "as well".</summary>
    private static readonly HashSet<string> _hyphenatedArticles =
        ["ad", "adh", "al", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "el", "en", "er", "es", "esh", "et", "ez"];

    private static readonly HashSet<string> _articles = ["al", "el"];

    /// <summary>Letters of the longest of them.</summary>
    public const int LongestArticle = 3;

    /// <summary>A shorter rest is more likely an English word ("allied") than a name without its article.</summary>
    private const int ShortestName = 4;

    private const string ArabicArticle = "ال";

    /// <summary>A word, and whether it is an article that belongs to the word after it.</summary>
    public readonly record struct Word(string Text, bool IsArticle);

    /// <summary>The words of a running text, as they are and with their article.</summary>
    public static string OfProse(string text) => string.Join(' ', WithArticles(Words(text)));

    /// <summary>Names in all the ways in which they are written: word by word, with and without the article, and as one word.</summary>
    public static string OfNames(IEnumerable<string> names) => string.Join(' ', names.SelectMany(OfName).Distinct());

    public static IReadOnlyList<Word> Words(string text)
    {
        var words = new List<Word>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSilent(rune))
            {
                continue;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                Append(word, Fold(Rune.ToLowerInvariant(rune)));
            }
            else
            {
                End(rune);
            }
        }

        End(new Rune(' '));
        return words;

        void End(Rune separator)
        {
            if (word.Length > 0)
            {
                var text = word.ToString();
                words.Add(new Word(text, IsArticle(text, separator)));
                word.Clear();
            }
        }
    }

    /// <param name="separator">What stands after the word.</param>
    public static bool IsArticle(ReadOnlySpan<char> word, Rune separator) => word.Length <= LongestArticle
        && (IsHyphen(separator) ? _hyphenatedArticles : _articles).GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Several words written as one: "as-Suwayda" is "asuwayda", as "Assuwayda" is.</summary>
    public static string Join(IEnumerable<Word> words)
    {
        var joined = new StringBuilder();
        foreach (var rune in words.SelectMany(word => word.Text.EnumerateRunes()))
        {
            Append(joined, rune);
        }

        return joined.ToString();
    }

    /// <summary>"alasad" is "asad"; a word without an article, or too short to tell, is null.</summary>
    public static string? WithoutArticle(string word)
    {
        var hasArticle = word.StartsWith(ArabicArticle, StringComparison.Ordinal)
            || _articles.Any(article => word.StartsWith(article, StringComparison.Ordinal));
        return hasArticle && word.Length >= ArabicArticle.Length + ShortestName ? word[ArabicArticle.Length..] : null;
    }

    private static IEnumerable<string> OfName(string name)
    {
        var words = Words(name);
        return [.. WithArticles(words).SelectMany(WithAndWithoutArticle), .. WithAndWithoutArticle(Join(words))];
    }

    private static IEnumerable<string> WithArticles(IReadOnlyList<Word> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            yield return words[index].Text;
            if (index > 0 && words[index - 1].IsArticle)
            {
                yield return Join(words.Skip(index - 1).Take(2));
            }
        }
    }

    private static IEnumerable<string> WithAndWithoutArticle(string word) => WithoutArticle(word) is { } bare ? [word, bare] : [word];

    private static void Append(StringBuilder word, Rune rune)
    {
        var isDoubled = Rune.IsLetter(rune) && word.Length > 0 && rune.IsBmp && word[^1] == (char)rune.Value;
        if (!isDoubled)
        {
            word.Append(rune);
        }
    }

    /// <summary>Marks within a word that do not separate it: apostrophes of any kind, vowel signs, the Arabic stroke that lengthens a word.</summary>
    public static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or '‛' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʽ' or 'ʾ' or 'ʿ' or 'ـ'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsHyphen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation;

    public static Rune Fold(Rune rune) => rune.Value switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => new('ا'),
        'ى' or 'ئ' or 'ی' => new('ي'),
        'ؤ' => new('و'),
        'ة' => new('ه'),
        'ک' => new('ك'),
        >= '٠' and <= '٩' => new('0' + (rune.Value - '٠')),
        >= '۰' and <= '۹' => new('0' + (rune.Value - '۰')),
        _ => rune,
    };
}
