using System.Buffers;

namespace Dashboard.Data.Export;

/// <summary>Lines of a table as RFC 4180 writes them, cell after cell. A cell that is empty has nothing in it.</summary>
internal sealed class CsvLines(OutputBytes to, bool isRaw)
{
    private static readonly SearchValues<byte> _quoted = SearchValues.Create(",\"\r\n"u8);

    private readonly OutputBytes _text = new(1024);
    private bool _isFirst = true;

    /// <summary>A text in UTF-8, guarded where a spreadsheet program would take it for a formula.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        Separate();
        var isGuarded = !isRaw && text is [(byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r', ..];
        var isQuoted = text.ContainsAny(_quoted);
        to.Add(isQuoted ? "\""u8 : ""u8);
        to.Add(isGuarded ? "'"u8 : ""u8);
        while (isQuoted && text.IndexOf((byte)'"') is >= 0 and var quote)
        {
            to.Add(text[..(quote + 1)]);
            to.Add("\""u8);
            text = text[(quote + 1)..];
        }

        to.Add(text);
        to.Add(isQuoted ? "\""u8 : ""u8);
    }

    /// <summary>A text as JSON has it, with its quotes; empty for none.</summary>
    public void Json(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            Text(json);
        }
        else
        {
            _text.Clear();
            _text.AddUnescaped(json);
            Text(_text.Span);
        }
    }

    /// <summary>A number as JSON has it, or null.</summary>
    public void JsonNumber(ReadOnlySpan<byte> json)
    {
        Separate();
        to.Add(json.SequenceEqual("null"u8) ? default : json);
    }

    public void Number(double? number)
    {
        Separate();
        if (number is { } known)
        {
            to.Format(known, Math.Abs(known) is > 0 and < 0.001 or >= 1e15 ? "0.#######" : "");
        }
    }

    public void Instant(DateTimeOffset? instant)
    {
        Separate();
        if (instant is { } known)
        {
            to.Add(known);
        }
    }

    public void End()
    {
        to.Add("\r\n"u8);
        _isFirst = true;
    }

    private void Separate()
    {
        to.Add(_isFirst ? ""u8 : ","u8);
        _isFirst = false;
    }
}
