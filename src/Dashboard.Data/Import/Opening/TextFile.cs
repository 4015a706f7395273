using System.Text;

namespace Dashboard.Data.Import.Opening;

/// <summary>A file as text: its encoding found, and what stands before the table left out (the byte order mark, Excel's line <c>sep=;</c>).</summary>
internal sealed class TextFile
{
    private const int BufferBytes = 1 << 16;

    private readonly OpenedFile _file;
    private readonly Encoding _encoding;
    private readonly int _skipped;

    public TextFile(OpenedFile file)
    {
        _file = file;
        _encoding = TextEncoding.Of(file.Head);
        var head = _encoding.GetDecoder();
        var characters = new char[_encoding.GetMaxCharCount(file.Head.Length)];
        var text = new string(characters, 0, head.GetChars(file.Head, characters, flush: file.IsWhole));
        var mark = text.StartsWith('\uFEFF') ? 1 : 0;
        var start = mark;
        if (text.AsSpan(start).StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > start + 5 && text[start + 5] is '\r' or '\n')
        {
            StatedDelimiter = text[start + 4];
            SkippedLines = 1;
            start += text.AsSpan(start + 5).StartsWith("\r\n") ? 7 : 6;
        }

        _skipped = start - mark;
        Head = text[start..];
    }

    public string EncodingName => _encoding.WebName;

    /// <summary>The beginning of the text.</summary>
    public string Head { get; }

    /// <summary>True when <see cref="Head"/> is all of it.</summary>
    public bool IsWhole => _file.IsWhole;

    /// <summary>The delimiter that Excel wrote into a line of its own; mostly null.</summary>
    public char? StatedDelimiter { get; }

    public int SkippedLines { get; }

    /// <summary>The text from its beginning.</summary>
    public TextReader Open()
    {
        var reader = new StreamReader(_file.Unpack(), _encoding, detectEncodingFromByteOrderMarks: false, BufferBytes);
        if (reader.Peek() == '\uFEFF')
        {
            _ = reader.Read();
        }

        for (var at = 0; at < _skipped; at++)
        {
            _ = reader.Read();
        }

        return reader;
    }
}
