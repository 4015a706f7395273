using System.Text;
using System.Text.Json;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>
/// JSON of any length, taken piece by piece: one value is in memory at a time, and no value is gone into by calling
/// oneself, however deep it is. Every fault is an <see cref="UnreadableFileException"/> that says where.
/// </summary>
internal sealed class JsonPieces
{
    private const byte RecordSeparator = 0x1E;

    private static readonly JsonReaderOptions _anyDepth = new() { MaxDepth = int.MaxValue, AllowMultipleValues = true };

    private readonly Stream _stream;
    private readonly CancellationToken _stop;
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private int _kept = -1;
    private bool _isAtEnd;

    /// <param name="stream">UTF-8, with or without its mark.</param>
    public JsonPieces(Stream stream, CancellationToken stop)
    {
        (_stream, _stop) = (stream, stop);
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble))
        {
            _start = Encoding.UTF8.Preamble.Length;
        }
    }

    /// <summary>The line on which the next piece begins, from 1, once <see cref="Peek"/> has looked for it.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Bytes of that line that lie behind.</summary>
    private long Column { get; set; }

    /// <summary>The first byte of the next piece, after white space and record separators; null at the end of the file.</summary>
    public byte? Peek()
    {
        while (true)
        {
            var ahead = _buffer.AsSpan(_start, _end - _start);
            var length = ahead.IndexOfAnyExcept(" \t\r\n"u8);
            if (length >= 0 && ahead[length] != RecordSeparator)
            {
                Advance(length);
                return ahead[length];
            }

            Advance(length < 0 ? ahead.Length : length + 1);
            if (length < 0 && !Fill())
            {
                return null;
            }
        }
    }

    /// <summary>Takes this sign if it is the next one.</summary>
    public bool TryTake(char sign)
    {
        if (Peek() != sign)
        {
            return false;
        }

        Advance(1);
        return true;
    }

    /// <summary>Takes this sign, which must be the next one.</summary>
    public void Take(char sign, string within)
    {
        if (!TryTake(sign))
        {
            throw Peek() is null ? BrokenOff(within) : NoJson(Line, Column, $"a '{sign}' is missing in {within}");
        }
    }

    /// <summary>Takes one whole value. What is returned holds until the next call.</summary>
    /// <param name="most">The bytes that it may have.</param>
    /// <param name="what">What it is, for messages.</param>
    public ReadOnlyMemory<byte> Cut(int most, string what)
    {
        if (Peek() is null)
        {
            throw BrokenOff(what);
        }

        while (true)
        {
            var length = LengthOfValue(what);
            if (length > most || (length == 0 && _end - _start > most))
            {
                throw new UnreadableFileException(FileFault.TooLarge, $"line {Line}: {what} is longer than {most >> 20} MB");
            }

            if (length > 0)
            {
                Advance(length);
                return _buffer.AsMemory(_start - length, length);
            }

            if (!Fill())
            {
                throw BrokenOff(what);
            }
        }
    }

    /// <summary>From here on everything stays in memory, for <see cref="Kept"/>, until it is let go.</summary>
    public void Keep() => _kept = _start;

    public void LetGo() => _kept = -1;

    /// <summary>All that was taken since <see cref="Keep"/>. It holds until the next call.</summary>
    public ReadOnlyMemory<byte> Kept => _buffer.AsMemory(_kept, _start - _kept);

    public int KeptLength => _kept < 0 ? 0 : _start - _kept;

    public UnreadableFileException BrokenOff(string within) =>
        new(FileFault.Unreadable, $"line {Line}: the file breaks off in the middle of {within}; get the whole file");

    private static UnreadableFileException NoJson(long line, long column, string reason) =>
        new(FileFault.Unreadable, $"line {line}, column {column + 1}: {reason}");

    /// <returns>0 when its end is not read yet.</returns>
    private int LengthOfValue(string what)
    {
        try
        {
            return LengthOfValue(_isAtEnd);
        }
        catch (JsonException error)
        {
            if (_isAtEnd && CouldGoOn())
            {
                throw BrokenOff(what);
            }

            var (lines, bytes) = (error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            throw NoJson(Line + lines, lines == 0 ? Column + bytes : bytes, $"{what} is not JSON here: a sign that JSON does not have, or one too many or too few");
        }
    }

    private int LengthOfValue(bool isAll)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isAll, new JsonReaderState(_anyDepth));
        return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : 0;
    }

    /// <summary>True when what is there is right as far as it goes.</summary>
    private bool CouldGoOn()
    {
        try
        {
            return LengthOfValue(isAll: false) == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Advance(int length)
    {
        var passed = _buffer.AsSpan(_start, length);
        var lines = passed.Count((byte)'\n');
        Column = lines == 0 ? Column + length : length - (passed.LastIndexOf((byte)'\n') + 1);
        Line += lines;
        _start += length;
    }

    /// <summary>Makes room, by moving what is still needed to the front or by doubling, and fills it: twice as much is looked at each time.</summary>
    private bool Fill()
    {
        if (_isAtEnd)
        {
            return false;
        }

        _stop.ThrowIfCancellationRequested();
        var first = _kept >= 0 ? _kept : _start;
        if (_end - first > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        _buffer.AsSpan(first, _end - first).CopyTo(_buffer);
        (_start, _end, _kept) = (_start - first, _end - first, _kept >= 0 ? 0 : -1);
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _isAtEnd = read < _buffer.Length - _end;
        _end += read;
        return true;
    }
}
