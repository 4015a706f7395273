using System.Globalization;
using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Documents;

/// <summary>
/// Walks through a document in the order in which it was written, standing on what comes next. Whoever reads asks for
/// each property in turn; one that is not there was left out.
/// </summary>
internal ref struct DocumentReader
{
    private readonly ReadOnlySpan<byte> _document;
    private Utf8JsonReader _json;

    public DocumentReader(ReadOnlySpan<byte> document)
    {
        _document = document;
        _json = new Utf8JsonReader(document);
        _json.Read();
    }

    /// <summary>Stands in a list that was cut out of a document, on its first item; one that was left out has none.</summary>
    public static DocumentReader InList(ReadOnlySpan<byte> json)
    {
        var list = new DocumentReader(json.IsEmpty ? "[]"u8 : json);
        list.Open();
        return list;
    }

    /// <summary>True when this property comes next; its value comes then.</summary>
    public bool Has(scoped ReadOnlySpan<byte> property) =>
        _json.TokenType == JsonTokenType.PropertyName && _json.ValueSpan.SequenceEqual(property) && _json.Read();

    /// <summary>Enters the object or list that comes next.</summary>
    public void Open()
    {
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            throw Unexpected();
        }

        _json.Read();
    }

    /// <summary>Leaves the object or list at its end; false while there is more in it.</summary>
    public bool TryClose()
    {
        if (_json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            return false;
        }

        // There is nothing after the end of the document.
        _json.Read();
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
    public bool IsNull() => _json.TokenType == JsonTokenType.Null && _json.Read();

    /// <summary>True when a number comes next.</summary>
    public readonly bool IsNumber => _json.TokenType == JsonTokenType.Number;

    public void Skip()
    {
        _json.Skip();
        _json.Read();
    }

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
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        var value = _document[start..(int)_json.BytesConsumed];
        _json.Read();
        return value;
    }

    /// <summary>The value of a property as it lies there; empty where it was left out.</summary>
    public ReadOnlySpan<byte> Cut(scoped ReadOnlySpan<byte> property) => Has(property) ? Cut() : default;

    /// <summary>The same of the last property of the whole document, without a look into it.</summary>
    public readonly ReadOnlySpan<byte> CutLast() => _document[(int)_json.TokenStartIndex..^1];

    public string Text()
    {
        var text = _json.GetString() ?? throw Unexpected();
        _json.Read();
        return text;
    }

    public string? TextOrNull() => IsNull() ? null : Text();

    /// <summary>The text of a property that every document of this sort has.</summary>
    public string Text(scoped ReadOnlySpan<byte> property) => Has(property) ? Text() : throw Unexpected();

    public string? TextOrNull(scoped ReadOnlySpan<byte> property) => Has(property) ? Text() : null;

    public PartialDate Date() => PartialDate.Parse(Text());

    public T Word<T>()
        where T : struct, Enum
    {
        var value = EnumWord.Parse<T>(_json.ValueSpan);
        _json.Read();
        return value;
    }

    public T Word<T>(scoped ReadOnlySpan<byte> property)
        where T : struct, Enum => Has(property) ? Word<T>() : throw Unexpected();

    public int Whole()
    {
        var number = _json.GetInt32();
        _json.Read();
        return number;
    }

    public int? WholeOrNull() => IsNull() ? null : Whole();

    public long Long()
    {
        var number = _json.GetInt64();
        _json.Read();
        return number;
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

    public double Number()
    {
        var number = double.Parse(_json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        _json.Read();
        return number;
    }

    public double? NumberOrNull() => IsNull() ? null : Number();

    public bool Flag()
    {
        var flag = _json.GetBoolean();
        _json.Read();
        return flag;
    }

    /// <summary>Milliseconds, as <see cref="DocumentWriting.Milliseconds"/> writes them, in ticks.</summary>
    public long Ticks()
    {
        var ticks = _json.TryGetInt64(out var whole) ? whole * TimeSpan.TicksPerMillisecond : (long)(_json.GetDecimal() * TimeSpan.TicksPerMillisecond);
        _json.Read();
        return ticks;
    }

    private readonly InvalidDataException Unexpected() => new($"a document has a {_json.TokenType} at {_json.TokenStartIndex} that is not expected there");
}
