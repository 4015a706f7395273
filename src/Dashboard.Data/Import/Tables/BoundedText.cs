using System.Globalization;
using Dashboard.Data.Import.Opening;

namespace Dashboard.Data.Import.Tables;

/// <summary>
/// The text under a table's parser. It stops a row that never ends before it fills the memory, and counts the characters
/// that no text should hold, so that only the rows around them need a closer look.
/// </summary>
internal sealed class BoundedText(TextReader text, char delimiter) : TextReader
{
    /// <summary>Rows up to here are not worth counting the delimiters of.</summary>
    private const int ShortRecord = 1 << 16;

    private long _recordStart;
    private long _recordLine = 1;
    private int _recordDelimiters;

    /// <summary>Characters handed out.</summary>
    public long Delivered { get; private set; }

    /// <summary>Of them, NUL and what could not be decoded.</summary>
    public long Broken { get; private set; }

    public bool AtEnd { get; private set; }

    public static bool IsBroken(char letter) => letter is '\0' or TextEncoding.Undecodable;

    /// <param name="start">Characters before the row that is read next.</param>
    public void BeginRecord(long start, long line) => (_recordStart, _recordLine, _recordDelimiters) = (start, line, 0);

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = text.Read(buffer);
        AtEnd |= read == 0 && !buffer.IsEmpty;
        var characters = buffer[..read];
        Delivered += read;
        var broken = characters.IndexOfAny('\0', TextEncoding.Undecodable);
        if (broken >= 0)
        {
            Broken += Count(characters[broken..]);
        }

        RefuseEndless(characters);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private static int Count(ReadOnlySpan<char> characters) => characters.Count('\0') + characters.Count(TextEncoding.Undecodable);

    private void RefuseEndless(ReadOnlySpan<char> characters)
    {
        var length = Delivered - _recordStart;
        if (length <= ShortRecord)
        {
            return;
        }

        _recordDelimiters += characters.Count(delimiter);
        if (length > ImportLimits.RecordCharacters || _recordDelimiters > ImportLimits.RecordDelimiters)
        {
            var line = _recordLine.ToString(CultureInfo.InvariantCulture);
            throw new UnreadableFileException(FileFault.TooLarge, length > ImportLimits.RecordCharacters
                ? $"line {line}: the row goes on for more than {ImportLimits.RecordCharacters:#,0} characters"
                : $"line {line}: the row has more than {ImportLimits.RecordDelimiters:#,0} cells; a table may have {ImportLimits.Columns:#,0} columns");
        }
    }
}
