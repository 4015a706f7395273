using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Documents;

/// <summary>
/// What a row also says: the number of the list of its columns' names, then the values. Where there are too many lists,
/// name and value of each take turns after a null.
/// </summary>
internal static class AttributesJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> property, ValueList<UpstreamAttribute> attributes, ColumnNames columns)
    {
        if (attributes.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        var number = columns.NumberOf(attributes);
        if (number is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }

        foreach (var attribute in attributes.AsSpan())
        {
            if (number is null)
            {
                json.WriteStringValue(attribute.Name);
            }

            json.WriteStringValue(attribute.Value);
        }

        json.WriteEndArray();
    }

    public static ValueList<UpstreamAttribute> Read(ref DocumentReader document, ReadOnlySpan<byte> property, ColumnNames columns)
    {
        if (!document.Has(property))
        {
            return [];
        }

        document.Open();
        return document.IsNull() ? ReadWithNames(ref document) : ReadValues(ref document, columns[document.Long()]);
    }

    private static ValueList<UpstreamAttribute> ReadValues(ref DocumentReader document, ValueList<string> names)
    {
        var attributes = new UpstreamAttribute[names.Count];
        for (var index = 0; index < attributes.Length; index++)
        {
            attributes[index] = new UpstreamAttribute(names[index], document.Text());
        }

        document.Close();
        return ValueList.Create<UpstreamAttribute>(attributes);
    }

    private static ValueList<UpstreamAttribute> ReadWithNames(ref DocumentReader document)
    {
        List<UpstreamAttribute> attributes = [];
        while (!document.TryClose())
        {
            attributes.Add(new UpstreamAttribute(document.Text(), document.Text()));
        }

        return attributes.ToValueList();
    }
}
