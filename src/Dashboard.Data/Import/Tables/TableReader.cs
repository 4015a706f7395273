using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Dashboard.Data.Import.Opening;

namespace Dashboard.Data.Import.Tables;

/// <summary>How the cells of a table are told apart.</summary>
/// <param name="HasQuotes">False where a quote is a letter like any other, as in GDELT.</param>
internal readonly record struct TableStyle(char Delimiter, bool HasQuotes);

/// <summary>The rows of a table, one after the other; rows in which nothing stands are passed over.</summary>
internal sealed class TableReader : IDisposable
{
    private const int BufferCharacters = 1 << 16;

    private readonly TextFile _file;
    private readonly TableStyle _style;
    private readonly BoundedText _text;
    private readonly CsvParser _parser;
    private long _brokenFound;

    public TableReader(TextFile file, TableStyle style)
    {
        (_file, _style) = (file, style);
        _text = new BoundedText(file.Open(), style.Delimiter);
        _parser = new CsvParser(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = style.Delimiter.ToString(),
            Mode = style.HasQuotes ? CsvMode.RFC4180 : CsvMode.NoEscape,
            BufferSize = BufferCharacters,
            MaxFieldSize = ImportLimits.CellCharacters,
            IgnoreBlankLines = false,
            BadDataFound = null,
            HasHeaderRecord = false,
        });
    }

    /// <summary>The line of the file where the row begins, from 1.</summary>
    public long Line { get; private set; }

    public int Count => _parser.Count;

    /// <summary>The cells of the row, each made anew.</summary>
    public string[] Cells => _parser.Record!;

    public string this[int column] => _parser[column];

    /// <returns>False after the last row.</returns>
    /// <exception cref="UnreadableFileException">A quote is never closed; a cell or a row is too long.</exception>
    public bool Read()
    {
        do
        {
            Line = _parser.RawRow + 1 + _file.SkippedLines;
            _text.BeginRecord(_parser.CharCount, Line);
            if (!ReadRecord())
            {
                return false;
            }

            if (_text.AtEnd && _parser.CharCount >= _text.Delivered)
            {
                RefuseOpenQuote();
            }
        }
        while (IsBlank());

        return true;
    }

    /// <summary>The first cell with a character that no text holds; null in a sound row.</summary>
    public int? BrokenCell()
    {
        if (_text.Broken == _brokenFound)
        {
            return null;
        }

        int? first = null;
        for (var column = 0; column < _parser.Count; column++)
        {
            foreach (var letter in _parser[column])
            {
                if (BoundedText.IsBroken(letter))
                {
                    first ??= column;
                    _brokenFound++;
                }
            }
        }

        return first;
    }

    public void Dispose() => _parser.Dispose();

    private bool ReadRecord()
    {
        try
        {
            return _parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            using var text = _file.Open();
            throw OpenQuote.LineIn(new StringReader(_parser.RawRecord), _style.Delimiter) is not null
                && OpenQuote.LineIn(text, _style.Delimiter) is { } line
                    ? NeverClosed(line + _file.SkippedLines)
                    : new UnreadableFileException(FileFault.TooLarge,
                        $"line {Line.ToString(CultureInfo.InvariantCulture)}: a cell is longer than {ImportLimits.CellCharacters:#,0} characters");
        }
    }

    private void RefuseOpenQuote()
    {
        if (_style.HasQuotes && OpenQuote.LineIn(new StringReader(_parser.RawRecord), _style.Delimiter) is { } line)
        {
            throw NeverClosed(Line + line - 1);
        }
    }

    private static UnreadableFileException NeverClosed(long line) => new(FileFault.Unreadable,
        $"line {line.ToString(CultureInfo.InvariantCulture)}: the quote that opens there is never closed; close it, or write a quote inside a cell twice");

    private bool IsBlank()
    {
        for (var column = 0; column < _parser.Count; column++)
        {
            if (!string.IsNullOrWhiteSpace(_parser[column]))
            {
                return false;
            }
        }

        return true;
    }
}
