using System.Collections;

namespace Dashboard.Data.Export;

/// <summary>Parts of a dataset in their order, to be found by their ids as documents have them.</summary>
internal sealed class PartsById<T> : IReadOnlyList<T>
    where T : ExportedPart
{
    private readonly T[] _parts;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _byId;

    public PartsById(IEnumerable<T> parts)
    {
        _parts = [.. parts];
        _byId = _parts.ToDictionary(part => part.EncodedId, EncodedIds.Comparer).GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _parts.Length;

    public T this[int index] => _parts[index];

    /// <param name="json">An id as it lies in a document, with its quotes; or null.</param>
    /// <returns>Null where there is none.</returns>
    public T? Find(ReadOnlySpan<byte> json) => json.Length > 2 && json[0] == '"' && _byId.TryGetValue(json[1..^1], out var part) ? part : null;

    public T? Find(string? id) => id is null ? null : _byId.TryGetValue(JsonText.Encoded(id), out var part) ? part : null;

    public IEnumerator<T> GetEnumerator() => _parts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Ids as bytes, looked for without a copy.</summary>
internal sealed class EncodedIds : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static EncodedIds Comparer { get; } = new();

    public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

    public int GetHashCode(byte[] id) => GetHashCode(id.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
