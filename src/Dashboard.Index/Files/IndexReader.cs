using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Index.Files;

/// <summary>Reads what an <see cref="IndexWriter"/> wrote, in the same order.</summary>
internal sealed class IndexReader(Stream stream)
{
    /// <summary>Of everything that was read.</summary>
    public Checksum Checksum { get; } = new();

    public long Number()
    {
        var number = 0L;
        Bytes(MemoryMarshal.AsBytes(new Span<long>(ref number)));
        return number;
    }

    /// <exception cref="InvalidDataException">The number is not one that was written.</exception>
    public int Count()
    {
        var count = Number();
        return count is >= 0 and <= int.MaxValue ? (int)count : throw new InvalidDataException("a count is damaged");
    }

    public string Text() => Encoding.UTF8.GetString(Array<byte>());

    public string[] Texts() => Each(Text);

    public T[] Each<T>(Func<T> read)
    {
        var count = Count();
        if (count > stream.Length - stream.Position)
        {
            throw new InvalidDataException("a count is damaged");
        }

        var all = new T[count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = read();
        }

        return all;
    }

    public T[] Array<T>() where T : unmanaged
    {
        var count = Count();
        if ((long)count * Unsafe.SizeOf<T>() > stream.Length - stream.Position)
        {
            throw new InvalidDataException("a length is damaged");
        }

        var values = GC.AllocateUninitializedArray<T>(count);
        Bytes(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private void Bytes(Span<byte> bytes)
    {
        stream.ReadExactly(bytes);
        Checksum.Add(bytes);
    }
}
