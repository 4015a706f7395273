using System.Collections.Concurrent;
using System.Text.Json;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Documents;

/// <summary>
/// Lists of the names of upstream columns, each under a number that comes from the names alone: whoever writes documents
/// needs to agree with nobody. Documents name them by their number. Safe to ask from many threads.
/// </summary>
internal sealed class ColumnNames
{
    /// <summary>Rows differ in which columns are empty; a table that has more lists than these writes the names out.</summary>
    private const int MostLists = 4096;

    /// <summary>Numbers that every reader of JSON can hold.</summary>
    private const long NumberMask = (1L << 48) - 1;

    private readonly ConcurrentDictionary<long, ValueList<string>> _names = [];
    private readonly ConcurrentDictionary<ValueList<UpstreamAttribute>, long> _numbers = new(SameNames.Comparer);

    public int Count => _names.Count;

    /// <summary>The number of the list, and the names as JSON, as they are stored.</summary>
    public IEnumerable<(long Number, string Names)> All => _names.Select(pair => (pair.Key, DatasetJson.OfWords(pair.Value)));

    /// <exception cref="InvalidDataException">There is no such list.</exception>
    public ValueList<string> this[long number] =>
        _names.TryGetValue(number, out var names) ? names : throw new InvalidDataException($"a document has columns {number}, and no list of names has this number");

    /// <summary>Takes in a list that is stored.</summary>
    public void Add(long number, string names)
    {
        var known = DatasetJson.Words(names);
        if (_names.TryAdd(number, known))
        {
            _numbers[known.Select(name => new UpstreamAttribute(name, "-")).ToValueList()] = number;
        }
    }

    /// <summary>The number of the list of the attributes' names; null where there are too many lists already.</summary>
    public long? NumberOf(ValueList<UpstreamAttribute> attributes)
    {
        if (_numbers.TryGetValue(attributes, out var number))
        {
            return number;
        }

        if (_names.Count >= MostLists)
        {
            return null;
        }

        var names = attributes.Select(attribute => attribute.Name).ToValueList();
        number = Fingerprints.Of(JsonSerializer.SerializeToUtf8Bytes(names, DatasetJson.Compact)) & NumberMask;
        if (!names.Equals(_names.GetOrAdd(number, names)))
        {
            return null;
        }

        // Not the attributes themselves: their values would be kept with them.
        _numbers[attributes.Select(attribute => new UpstreamAttribute(attribute.Name, "-")).ToValueList()] = number;
        return number;
    }

    /// <summary>Attributes are the same here when their names are. Nearly all names differ in length or at their ends.</summary>
    private sealed class SameNames : IEqualityComparer<ValueList<UpstreamAttribute>>
    {
        public static SameNames Comparer { get; } = new();

        public bool Equals(ValueList<UpstreamAttribute>? one, ValueList<UpstreamAttribute>? other)
        {
            if (one is null || other is null || one.Count != other.Count)
            {
                return one is null && other is null;
            }

            for (var index = 0; index < one.Count; index++)
            {
                if (one[index].Name != other[index].Name)
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(ValueList<UpstreamAttribute> attributes)
        {
            var hash = 0;
            foreach (var attribute in attributes.AsSpan())
            {
                var name = attribute.Name;
                hash = (hash * 31) + (name.Length << 14) + (name[0] << 7) + name[^1];
            }

            return hash;
        }
    }
}
