using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dashboard.Data.Documents;

/// <summary>Where the values end in JSON that this program wrote, and what its texts say.</summary>
internal static class JsonBytes
{
    private const int MostPlaces = 15;

    /// <summary>The text of a value with its quotes.</summary>
    public static string Text(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(value[1..^1]);
        }

        var text = new Utf8JsonReader(value);
        text.Read();
        return text.GetString()!;
    }

    /// <summary>The same in UTF-8.</summary>
    /// <param name="to">Has room for as many bytes as the value has.</param>
    /// <returns>How many bytes the text has.</returns>
    public static int CopyText(ReadOnlySpan<byte> value, Span<byte> to)
    {
        if (!value.Contains((byte)'\\'))
        {
            value[1..^1].CopyTo(to);
            return value.Length - "\"\"".Length;
        }

        var text = new Utf8JsonReader(value);
        text.Read();
        return text.CopyString(to);
    }

    /// <summary>The number of a value; null when it is none.</summary>
    public static double? TryNumber(ReadOnlySpan<byte> value) =>
        TryPlainNumber(value) ?? (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <exception cref="InvalidDataException">No value begins there, or it has no end.</exception>
    public static int EndOfValue(ReadOnlySpan<byte> json, int start)
    {
        if (start >= json.Length)
        {
            throw Unexpected(start);
        }

        return json[start] switch
        {
            (byte)'"' => EndOfText(json, start),
            (byte)'{' or (byte)'[' => EndOfGroup(json, start),
            _ => EndOfPlain(json, start),
        };
    }

    private static int EndOfText(ReadOnlySpan<byte> json, int start)
    {
        for (var at = start + 1; ;)
        {
            var found = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0)
            {
                throw Unexpected(start);
            }

            at += found;
            if (json[at] == '"')
            {
                return at + 1;
            }

            // What is escaped is one byte that matters here: what follows a \u is neither a quote nor a backslash.
            at = Math.Min(at + 2, json.Length);
        }
    }

    private static int EndOfGroup(ReadOnlySpan<byte> json, int start)
    {
        var depth = 0;
        for (var at = start; at < json.Length;)
        {
            switch (json[at])
            {
                case (byte)'"':
                    at = EndOfText(json, at);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    at++;
                    if (depth == 0)
                    {
                        return at;
                    }

                    break;
                default:
                    at++;
                    break;
            }
        }

        throw Unexpected(start);
    }

    /// <summary>A number, true, false or null.</summary>
    private static int EndOfPlain(ReadOnlySpan<byte> json, int start)
    {
        var at = start;
        while (at < json.Length && json[at] is not ((byte)',' or (byte)']' or (byte)'}'))
        {
            at++;
        }

        return at > start ? at : throw Unexpected(start);
    }

    /// <summary>
    /// A number of few digits without an exponent. They are a whole number that a double can be, and so is the power of ten
    /// that it is divided by: the quotient is rounded once, and is what parsing finds.
    /// </summary>
    private static double? TryPlainNumber(ReadOnlySpan<byte> value)
    {
        var isNegative = value is [(byte)'-', ..];
        var places = isNegative ? value[1..] : value;
        if (places.Length is 0 or > MostPlaces || places[0] == '.' || places[^1] == '.')
        {
            return null;
        }

        var (digits, below) = (0L, 1L);
        var hasPoint = false;
        foreach (var place in places)
        {
            if (place is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (place - '0');
                below *= hasPoint ? 10 : 1;
            }
            else if (place == '.' && !hasPoint)
            {
                hasPoint = true;
            }
            else
            {
                return null;
            }
        }

        var number = (double)digits / below;
        return isNegative ? -number : number;
    }

    private static InvalidDataException Unexpected(int start) => new($"a document has no value at byte {start}");
}
