using System.Buffers.Text;
using System.Text.Json;

namespace Dashboard.Data.Export;

/// <summary>JSON that is put together from values that are JSON already; it sets the commas, and looks at nothing twice.</summary>
internal sealed class JsonText(OutputBytes to)
{
    private bool _isNext;

    /// <summary>A text as JSON has it, with its quotes.</summary>
    public static byte[] Of(string text) => [(byte)'"', .. Encoded(text), (byte)'"'];

    /// <summary>A text as JSON has it between the quotes.</summary>
    public static byte[] Encoded(string text) => JsonEncodedText.Encode(text, FeatureJson.Options.Encoder).EncodedUtf8Bytes.ToArray();

    public void Open(char bracket)
    {
        Separate();
        to.Add((byte)bracket);
        _isNext = false;
    }

    public void Close(char bracket)
    {
        to.Add((byte)bracket);
        _isNext = true;
    }

    /// <param name="name">Without anything that JSON would escape.</param>
    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        to.Add((byte)'"');
        to.Add(name);
        to.Add("\":"u8);
        _isNext = false;
    }

    public void Value(ReadOnlySpan<byte> json)
    {
        Separate();
        to.Add(json);
        _isNext = true;
    }

    /// <param name="encoded">What stands between the quotes.</param>
    public void Text(ReadOnlySpan<byte> encoded)
    {
        Separate();
        to.Add((byte)'"');
        to.Add(encoded);
        to.Add((byte)'"');
        _isNext = true;
    }

    public void Number(decimal number)
    {
        Separate();
        Utf8Formatter.TryFormat(number, to.Room(64), out var length);
        to.Advance(length);
        _isNext = true;
    }

    /// <summary>Writes the number, or null for what is unknown.</summary>
    public void Figure(ReadOnlySpan<byte> name, int? number)
    {
        Name(name);
        if (number is { } known)
        {
            Number(known);
        }
        else
        {
            Value("null"u8);
        }
    }

    /// <summary>Writes the text, or null for what is unknown.</summary>
    public void Instant(DateTimeOffset? instant)
    {
        if (instant is not { } known)
        {
            Value("null"u8);
            return;
        }

        Separate();
        to.Add((byte)'"');
        to.Add(known);
        to.Add((byte)'"');
        _isNext = true;
    }

    public void Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        Name(name);
        Value(json);
    }

    /// <summary>Writes the property unless nothing was said.</summary>
    /// <param name="json">Its value; empty or null for nothing.</param>
    public void Said(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (IsSaid(json))
        {
            Property(name, json);
        }
    }

    public static bool IsSaid(ReadOnlySpan<byte> json) => !json.IsEmpty && !json.SequenceEqual("null"u8);

    /// <summary>Begins a text of its own.</summary>
    public void Begin() => _isNext = false;

    private void Separate()
    {
        if (_isNext)
        {
            to.Add((byte)',');
        }
    }
}
