namespace Dashboard.Data.Import.Tables;

/// <summary>
/// Looks for a quote that is opened and never closed, by the rule of the parser: a cell is quoted when it begins with a
/// quote, and from then on each quote closes or opens it again.
/// </summary>
internal sealed class OpenQuote(char delimiter)
{
    private long _line = 1;
    private long _openedIn;
    private char _previous;
    private bool _isStartOfCell = true;
    private bool _isQuoted;
    private bool _isInside;
    private bool _isBad;

    /// <returns>The line in which the quote opens, from 1; null where every quote is closed.</returns>
    public static long? LineIn(TextReader text, char delimiter)
    {
        var search = new OpenQuote(delimiter);
        var buffer = new char[1 << 16];
        for (var read = text.Read(buffer); read > 0; read = text.Read(buffer))
        {
            foreach (var letter in buffer.AsSpan(0, read))
            {
                search.Next(letter);
            }
        }

        return search._isInside ? search._openedIn : null;
    }

    private void Next(char letter)
    {
        if (letter == '"')
        {
            Quote();
        }
        else if (!_isInside && (letter == delimiter || letter is '\r' or '\n'))
        {
            (_isStartOfCell, _isQuoted, _isBad) = (true, false, false);
        }
        else
        {
            _isStartOfCell = false;
        }

        if (letter == '\r' || (letter == '\n' && _previous != '\r'))
        {
            _line++;
        }

        _previous = letter;
    }

    private void Quote()
    {
        if (_isStartOfCell)
        {
            (_isQuoted, _isInside, _isStartOfCell, _openedIn) = (true, true, false, _line);
        }
        else if (_isQuoted && !_isInside && _previous != '"')
        {
            _isBad = true;
        }
        else if (_isQuoted && !_isBad)
        {
            _isInside = !_isInside;
        }
    }
}
