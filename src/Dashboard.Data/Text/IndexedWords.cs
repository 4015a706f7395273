using System.Text;

namespace Dashboard.Data.Text;

/// <summary>
/// The words of one incident for the text index, each once, spelled by the rules of <see cref="Spelling"/>. A file has a
/// million incidents, so nothing is made for a single word. One instance is used again and again, by one thread.
/// </summary>
internal sealed class IndexedWords
{
    private char[] _text = new char[4096];
    private char[] _word = new char[256];
    private readonly char[] _article = new char[Spelling.LongestArticle];
    private int[] _slots = new int[1024];
    private readonly List<Range> _known = [];
    private int _wordLength;
    private int _articleLength;
    private int _length;
    private int _names;

    /// <summary>The words given as names.</summary>
    public ReadOnlySpan<char> Names => _text.AsSpan(0, _names);

    /// <summary>The words of the running texts, without those among the names: whoever looks for a word finds it in either.</summary>
    public ReadOnlySpan<char> Prose => _text.AsSpan(_names, _length - _names);

    /// <summary>Forgets the incident before.</summary>
    public void Clear()
    {
        _length = _names = 0;
        _known.Clear();
        Array.Clear(_slots);
    }

    /// <summary>Takes in names, before all prose.</summary>
    /// <param name="spelled">As <see cref="Spelling.OfNames"/> writes them.</param>
    public void AddNames(ReadOnlySpan<char> spelled)
    {
        foreach (var word in spelled.Split(' '))
        {
            Keep(spelled[word]);
        }

        _names = _length;
    }

    /// <summary>Takes in a running text, its words as they are and with their article.</summary>
    public void AddProse(string text)
    {
        _articleLength = 0;
        ForEachWord(text, static (words, separator) => words.EndOfProse(separator));
    }

    /// <summary>Takes in what a column upstream says, without codes and abbreviations.</summary>
    public void AddAttribute(string value) => ForEachWord(value, static (words, _) =>
    {
        var word = words._word.AsSpan(0, words._wordLength);
        if (IncidentText.IsWord(word))
        {
            words.Keep(word);
        }
    });

    private void ForEachWord(string text, Action<IndexedWords, Rune> end)
    {
        _wordLength = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsAsciiLetterOrDigit(letter))
            {
                Append(char.ToLowerInvariant(letter), char.IsAsciiLetter(letter));
                continue;
            }

            if (letter == ' ')
            {
                End(new Rune(letter));
                continue;
            }

            _ = Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var consumed);
            index += consumed - 1;
            if (Spelling.IsSilent(rune))
            {
                continue;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                Append(Spelling.Fold(Rune.ToLowerInvariant(rune)));
            }
            else
            {
                End(rune);
            }
        }

        End(new Rune(' '));

        void End(Rune separator)
        {
            if (_wordLength > 0)
            {
                end(this, separator);
                _wordLength = 0;
            }
        }
    }

    private void EndOfProse(Rune separator)
    {
        var word = _word.AsSpan(0, _wordLength);
        Keep(word);
        if (_articleLength > 0)
        {
            KeepWithArticle(word);
        }

        _articleLength = 0;
        if (Spelling.IsArticle(word, separator))
        {
            word.CopyTo(_article);
            _articleLength = word.Length;
        }
    }

    private void KeepWithArticle(ReadOnlySpan<char> word)
    {
        Span<char> joined = new char[_articleLength + word.Length];
        _article.AsSpan(0, _articleLength).CopyTo(joined);
        var isDoubled = char.IsLetter(word[0]) && _article[_articleLength - 1] == word[0];
        word[(isDoubled ? 1 : 0)..].CopyTo(joined[_articleLength..]);
        Keep(joined[..^(isDoubled ? 1 : 0)]);
    }

    private void Append(Rune rune)
    {
        if (rune.IsBmp)
        {
            Append((char)rune.Value, Rune.IsLetter(rune));
            return;
        }

        Span<char> pair = stackalloc char[2];
        rune.EncodeToUtf16(pair);
        Append(pair[0], isLetter: false);
        Append(pair[1], isLetter: false);
    }

    private void Append(char letter, bool isLetter)
    {
        if (isLetter && _wordLength > 0 && _word[_wordLength - 1] == letter)
        {
            return;
        }

        if (_wordLength == _word.Length)
        {
            Array.Resize(ref _word, _word.Length * 2);
        }

        _word[_wordLength++] = letter;
    }

    /// <summary>Writes the word after the others, unless it is there already.</summary>
    private void Keep(ReadOnlySpan<char> word)
    {
        var slot = string.GetHashCode(word, StringComparison.Ordinal) & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (word.SequenceEqual(_text.AsSpan(_known[_slots[slot] - 1])))
            {
                return;
            }
        }

        if (_length + word.Length + 1 > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + word.Length + 1));
        }

        word.CopyTo(_text.AsSpan(_length));
        _known.Add(_length..(_length + word.Length));
        _length += word.Length;
        _text[_length++] = ' ';
        _slots[slot] = _known.Count;
        if (_known.Count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var index = 0; index < _known.Count; index++)
        {
            var slot = string.GetHashCode(_text.AsSpan(_known[index]), StringComparison.Ordinal) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = index + 1;
        }
    }
}
