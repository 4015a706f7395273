using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>
/// Walks through a document in the order in which it was written, standing on what comes next. Whoever reads asks for
/// each property in turn; one that is not there was left out. It reads what <see cref="IncidentDocument"/> writes, JSON
/// without a blank between its values, and nothing else: so it need not look at each byte.
/// </summary>
internal ref struct DocumentReader
{
    private readonly ReadOnlySpan<byte> _document;
    private int _at;

    public DocumentReader(ReadOnlySpan<byte> document) => _document = document;

    private readonly ReadOnlySpan<byte> Rest => _document[_at..];

    /// <summary>The first byte of what comes next; 0 at the end of the document.</summary>
    private readonly byte First => _at < _document.Length ? _document[_at] : (byte)0;

    /// <summary>Stands in a list that was cut out of a document, on its first item; one that was left out has none.</summary>
    public static DocumentReader InList(ReadOnlySpan<byte> json)
    {
        var list = new DocumentReader(json.IsEmpty ? "[]"u8 : json);
        list.Open();
        return list;
    }

    /// <summary>True when this property comes next; its value comes then.</summary>
    public bool Has(scoped ReadOnlySpan<byte> property)
    {
        var rest = Rest;
        var length = property.Length + "\"\":".Length;
        if (rest.Length < length || rest[0] != '"' || rest[length - 1] != ':' || rest[length - 2] != '"' || !rest[1..(length - 2)].SequenceEqual(property))
        {
            return false;
        }

        _at += length;
        return true;
    }

    /// <summary>Enters the object or list that comes next.</summary>
    public void Open()
    {
        if (First is not ((byte)'{' or (byte)'['))
        {
            throw Unexpected();
        }

        _at++;
    }

    /// <summary>Leaves the object or list at its end; false while there is more in it.</summary>
    public bool TryClose()
    {
        if (First is not ((byte)'}' or (byte)']'))
        {
            return false;
        }

        GoOnAfter(_at + 1);
        return true;
    }

    public void Close()
    {
        if (!TryClose())
        {
            throw Unexpected();
        }
    }

    /// <summary>True when a null comes next, and goes on after it.</summary>
    public bool IsNull()
    {
        if (First != 'n')
        {
            return false;
        }

        Skip();
        return true;
    }

    /// <summary>True when a number comes next.</summary>
    public readonly bool IsNumber => First is (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    public void Skip() => GoOnAfter(JsonBytes.EndOfValue(_document, _at));

    /// <summary>Goes past a property that nobody asks for, where it is there.</summary>
    public void Skip(scoped ReadOnlySpan<byte> property)
    {
        if (Has(property))
        {
            Skip();
        }
    }

    /// <summary>What comes next as it lies there: a text with its quotes, a list with its brackets.</summary>
    public ReadOnlySpan<byte> Cut()
    {
        var start = _at;
        var end = JsonBytes.EndOfValue(_document, start);
        GoOnAfter(end);
        return _document[start..end];
    }

    /// <summary>The value of a property as it lies there; empty where it was left out.</summary>
    public ReadOnlySpan<byte> Cut(scoped ReadOnlySpan<byte> property) => Has(property) ? Cut() : default;

    /// <summary>The same of the last property of the whole document, without a look into it.</summary>
    public readonly ReadOnlySpan<byte> CutLast() => _document[_at..^1];

    public string Text() => First == '"' ? JsonBytes.Text(Cut()) : throw Unexpected();

    /// <summary>What a text means that other documents have as well.</summary>
    public T Text<T>(RepeatedValues<T> values) => First == '"' ? values.Of(Cut()) : throw Unexpected();

    public string? TextOrNull() => IsNull() ? null : Text();

    /// <summary>The text of a property that every document of this sort has.</summary>
    public string Text(scoped ReadOnlySpan<byte> property) => Has(property) ? Text() : throw Unexpected();

    /// <inheritdoc cref="Text(ReadOnlySpan{byte})"/>
    public T Text<T>(scoped ReadOnlySpan<byte> property, RepeatedValues<T> values) => Has(property) ? Text(values) : throw Unexpected();

    public string? TextOrNull(scoped ReadOnlySpan<byte> property) => Has(property) ? Text() : null;

    public PartialDate Date() => PartialDate.Parse(Text());

    public T Word<T>()
        where T : struct, Enum => First == '"' ? EnumWord.Parse<T>(Cut()[1..^1]) : throw Unexpected();

    public T Word<T>(scoped ReadOnlySpan<byte> property)
        where T : struct, Enum => Has(property) ? Word<T>() : throw Unexpected();

    public int Whole() => checked((int)Long());

    public int? WholeOrNull() => IsNull() ? null : Whole();

    public long Long()
    {
        var number = Cut();
        return Utf8Parser.TryParse(number, out long value, out var length) && length == number.Length ? value : throw Unexpected();
    }

    /// <summary>The texts of a list; none where the property was left out.</summary>
    public ValueList<string> Texts(scoped ReadOnlySpan<byte> property)
    {
        if (!Has(property))
        {
            return [];
        }

        List<string> texts = [];
        Open();
        while (!TryClose())
        {
            texts.Add(Text());
        }

        return texts.ToValueList();
    }

    public double Number() => JsonBytes.TryNumber(Cut()) is { } number ? number : throw Unexpected();

    public double? NumberOrNull() => IsNull() ? null : Number();

    public bool Flag() => Cut() switch
    {
        [(byte)'t', ..] => true,
        [(byte)'f', ..] => false,
        _ => throw Unexpected(),
    };

    /// <summary>Milliseconds, as <see cref="DocumentWriting.Milliseconds"/> writes them, in ticks.</summary>
    public long Ticks()
    {
        var number = Cut();
        return Utf8Parser.TryParse(number, out long whole, out var length) && length == number.Length ? whole * TimeSpan.TicksPerMillisecond
            : decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var broken) ? (long)(broken * TimeSpan.TicksPerMillisecond)
            : throw Unexpected();
    }

    /// <summary>Goes on to what follows, or to the end that follows.</summary>
    private void GoOnAfter(int end) => _at = end < _document.Length && _document[end] == ',' ? end + 1 : end;

    private readonly InvalidDataException Unexpected() => new($"a document has something at byte {_at} that is not expected there: {Encoding.UTF8.GetString(Rest[..Math.Min(Rest.Length, 20)])}");
}
