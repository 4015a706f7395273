using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dashboard.Data.Export;

/// <summary>Lines of a table as RFC 4180 writes them, cell after cell. A cell that is null is empty.</summary>
internal sealed class CsvLines(IBufferWriter<byte> to, bool isRaw)
{
    private static readonly SearchValues<char> _quoted = SearchValues.Create(",\"\r\n");

    private bool _isFirst = true;

    /// <summary>A text, guarded where a spreadsheet program would take it for a formula.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Separate();
        var isGuarded = !isRaw && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
        var isQuoted = text.ContainsAny(_quoted);
        Sign(isQuoted ? "\""u8 : ""u8);
        Sign(isGuarded ? "'"u8 : ""u8);
        while (isQuoted && text.IndexOf('"') is >= 0 and var quote)
        {
            Characters(text[..(quote + 1)]);
            Sign("\""u8);
            text = text[(quote + 1)..];
        }

        Characters(text);
        Sign(isQuoted ? "\""u8 : ""u8);
    }

    public void Number(double? number)
    {
        Separate();
        if (number is { } known)
        {
            Format(known, Math.Abs(known) is > 0 and < 0.001 or >= 1e15 ? "0.#######" : "");
        }
    }

    public void Whole(int? number)
    {
        Separate();
        if (number is { } known)
        {
            Format(known, "");
        }
    }

    public void Instant(DateTimeOffset? instant)
    {
        Separate();
        if (instant is { } known)
        {
            Format(known.UtcDateTime, FeatureJson.InstantForm);
        }
    }

    public void End()
    {
        Sign("\r\n"u8);
        _isFirst = true;
    }

    private void Separate()
    {
        Sign(_isFirst ? ""u8 : ","u8);
        _isFirst = false;
    }

    private void Format<T>(T value, ReadOnlySpan<char> form)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(to.GetSpan(512), out var length, form, CultureInfo.InvariantCulture);
        to.Advance(length);
    }

    private void Characters(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        }
    }

    private void Sign(ReadOnlySpan<byte> sign)
    {
        if (!sign.IsEmpty)
        {
            to.Write(sign);
        }
    }
}
