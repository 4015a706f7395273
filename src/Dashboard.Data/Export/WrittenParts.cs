using System.Text.Json;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>Places and sources as they are written, kept since the same ones come again and again; never more than fit.</summary>
internal sealed class WrittenParts
{
    private const int Most = 10_000;

    private readonly Dictionary<object, byte[]> _written = new(ReferenceEqualityComparer.Instance);

    public byte[] Of(Place place) => Written(place);

    public byte[] Of(Source source) => Written(source);

    private byte[] Written<T>(T part)
        where T : class
    {
        if (!_written.TryGetValue(part, out var json))
        {
            if (_written.Count == Most)
            {
                _written.Clear();
            }

            json = JsonSerializer.SerializeToUtf8Bytes(part, FeatureJson.Options);
            _written.Add(part, json);
        }

        return json;
    }
}
