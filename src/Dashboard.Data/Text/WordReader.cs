using System.Globalization;
using System.Text;

namespace Dashboard.Data.Text;

/// <summary>
/// Reads a text word by word, in the spelling of the index: letters in lower case, the forms of an Arabic letter as one,
/// no letter doubled, no apostrophes. It keeps nothing of the text but the word it stands on.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private const int UsualLength = 64;

    [ThreadStatic]
    private static char[]? _buffer;

    private ReadOnlySpan<char> _rest = text;
    private char[] _word = _buffer ??= new char[UsualLength];
    private int _length;

    /// <summary>Valid until the next one is read, by any reader of this thread.</summary>
    public readonly ReadOnlySpan<char> Word => _word.AsSpan(0, _length);

    /// <summary>True where the word is an article that belongs to the word after it.</summary>
    public bool IsArticle { get; private set; }

    /// <summary>The word with the article before it, written as one; null where none stands before it.</summary>
    public string? WithArticle { get; private set; }

    public bool Read()
    {
        var article = IsArticle ? Word.ToString() : null;
        _length = 0;
        var isRead = ReadWord();
        WithArticle = isRead && article is not null ? Spelling.Joined(article, Word) : null;
        return isRead;
    }

    private bool ReadWord()
    {
        while (!_rest.IsEmpty)
        {
            var letter = _rest[0];
            if (char.IsAsciiLetterOrDigit(letter))
            {
                _rest = _rest[1..];
                Append((char)(char.IsAsciiLetterUpper(letter) ? letter | 0x20 : letter));
            }
            else if (!TakeOther(out var isHyphen) && _length > 0)
            {
                IsArticle = isHyphen ? IsHyphenatedArticle(Word) : IsPlainArticle(Word);
                return true;
            }
        }

        IsArticle = IsPlainArticle(Word);
        return _length > 0;
    }

    private static bool IsPlainArticle(ReadOnlySpan<char> word) => word is "al" or "el";

    /// <summary>The article before a sun letter is an article only where a hyphen says so: "as-Suwayda", but "as well".</summary>
    private static bool IsHyphenatedArticle(ReadOnlySpan<char> word) =>
        word is "ad" or "adh" or "al" or "an" or "ar" or "as" or "ash" or "at" or "ath" or "az" or "ed" or "el" or "en" or "er" or "es" or "esh" or "et" or "ez";

    /// <summary>Goes past a sign, or a letter beyond ASCII.</summary>
    /// <returns>False where it separates words.</returns>
    private bool TakeOther(out bool isHyphen)
    {
        isHyphen = false;
        Rune.DecodeFromUtf16(_rest, out var rune, out var length);
        _rest = _rest[length..];
        if (IsSilent(rune))
        {
            return true;
        }

        if (!Rune.IsLetterOrDigit(rune))
        {
            isHyphen = Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation;
            return false;
        }

        Append(Fold(Rune.ToLowerInvariant(rune)));
        return true;
    }

    private void Append(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var count = rune.EncodeToUtf16(units);
        if (count == 1)
        {
            Append(units[0]);
            return;
        }

        Add(units[0]);
        Add(units[1]);
    }

    private void Append(char letter)
    {
        var isDoubled = _length > 0 && _word[_length - 1] == letter && char.IsLetter(letter);
        if (!isDoubled)
        {
            Add(letter);
        }
    }

    private void Add(char unit)
    {
        if (_length == _word.Length)
        {
            // A longer buffer serves this reader only: the thread keeps the usual one.
            Array.Resize(ref _word, _length * 2);
        }

        _word[_length++] = unit;
    }

    /// <summary>Marks within a word that do not separate it: apostrophes of any kind, vowel signs, the Arabic stroke that lengthens a word.</summary>
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or '‛' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʽ' or 'ʾ' or 'ʿ' or 'ـ'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static Rune Fold(Rune rune) => rune.Value switch
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
