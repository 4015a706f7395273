using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Index.Files;

/// <summary>Writes the parts of an index as they lie in memory.</summary>
internal sealed class IndexWriter(Stream stream)
{
    /// <summary>Of everything that was written.</summary>
    public Checksum Checksum { get; } = new();

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    public void Number(long number) => Bytes(MemoryMarshal.AsBytes<long>([number]));

    public void Text(string text) => Array<byte>(Encoding.UTF8.GetBytes(text));

    public void Texts(IReadOnlyCollection<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    public void Array<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Number(values.Length);
        Bytes(MemoryMarshal.AsBytes(values));
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        Checksum.Add(bytes);
        stream.Write(bytes);
    }
}
