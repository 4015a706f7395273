namespace Dashboard.Data.Text;

/// <summary>
/// The words of one incident for the text index, each once, spelled by the rules of <see cref="Spelling"/>. A file has a
/// million incidents, so nothing is made for a single word. One instance is used again and again, by one thread.
/// </summary>
internal sealed class IndexedWords
{
    private char[] _text = new char[4096];
    private int[] _slots = new int[1024];
    private readonly List<Range> _known = [];
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
        var reader = new WordReader(text);
        while (reader.Read())
        {
            Keep(reader.Word);
            if (reader.WithArticle is { } joined)
            {
                Keep(joined);
            }
        }
    }

    /// <summary>Takes in what a column upstream says, without codes and abbreviations.</summary>
    public void AddAttribute(string value)
    {
        var reader = new WordReader(value);
        while (reader.Read())
        {
            if (IncidentText.IsWord(reader.Word))
            {
                Keep(reader.Word);
            }
        }
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
