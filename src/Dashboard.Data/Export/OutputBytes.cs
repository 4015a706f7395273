using System.Globalization;
using System.Text;
using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>Bytes on their way out: they are gathered, sent, and their room is used again.</summary>
internal sealed class OutputBytes(int expected)
{
    private const string WholeSeconds = "s";

    private byte[] _bytes = new byte[expected];

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Count);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Count);

    public void Add(byte one)
    {
        if (Count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Count++] = one;
    }

    public void Add(ReadOnlySpan<byte> some)
    {
        some.CopyTo(Room(some.Length));
        Count += some.Length;
    }

    public void Add(string text) => Count += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>The text of a JSON value.</summary>
    /// <param name="json">With its quotes.</param>
    public void AddUnescaped(ReadOnlySpan<byte> json) => Count += JsonBytes.CopyText(json, Room(json.Length));

    /// <summary>An instant in UTC, see <see cref="FeatureJson.InstantForm"/>.</summary>
    public void Add(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        if (utc.Ticks % TimeSpan.TicksPerSecond == 0)
        {
            // The same text from a form that is quicker.
            Format(utc, WholeSeconds);
            Add((byte)'Z');
        }
        else
        {
            Format(utc, FeatureJson.InstantForm);
        }
    }

    public void Format<T>(T value, ReadOnlySpan<char> form)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Room(512), out var length, form, CultureInfo.InvariantCulture);
        Count += length;
    }

    /// <summary>At least so many bytes to write into.</summary>
    public Span<byte> Room(int least)
    {
        if (_bytes.Length - Count < least)
        {
            Grow(least);
        }

        return _bytes.AsSpan(Count);
    }

    /// <summary>Says how many bytes were written into the room.</summary>
    public void Advance(int count) => Count += count;

    public void Clear() => Count = 0;

    private void Grow(int least) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Count + least));
}
