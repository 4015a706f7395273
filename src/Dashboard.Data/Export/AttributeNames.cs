using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>
/// What a row also says, as pairs of name and value. The names of columns are the same again and again: they are kept as they
/// are written.
/// </summary>
internal sealed class AttributeNames(ColumnNames columns)
{
    private readonly Dictionary<long, byte[][]> _written = [];

    /// <param name="cut">See <see cref="AttributesJson"/>; empty for none.</param>
    public void Write(JsonText json, ReadOnlySpan<byte> cut)
    {
        if (cut.IsEmpty)
        {
            return;
        }

        var list = DocumentReader.InList(cut);
        var names = list.IsNull() ? null : NamesOf(list.Long());
        json.Name("attributes"u8);
        json.Open('[');
        for (var index = 0; !list.TryClose(); index++)
        {
            json.Open('[');
            json.Value(names is null ? list.Cut() : names[index]);
            json.Value(list.Cut());
            json.Close(']');
        }

        json.Close(']');
    }

    private byte[][] NamesOf(long number)
    {
        if (!_written.TryGetValue(number, out var names))
        {
            _written.Add(number, names = [.. columns[number].Select(JsonText.Of)]);
        }

        return names;
    }
}
