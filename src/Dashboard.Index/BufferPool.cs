using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dashboard.Index;

/// <summary>
/// Memory that the stages of building use one after the other. What is had anew is made ready by the system a page at a time, which
/// takes as long as what is done in it.
/// </summary>
internal sealed class BufferPool
{
    /// <summary>A buffer is longer by one of so many parts, so that it does for what needs a few bytes more.</summary>
    private const int Spare = 64;

    /// <summary>What needs less than one of so many parts of a buffer does not take it.</summary>
    private const int MostParts = 8;

    private readonly Lock _lock = new();
    private readonly List<byte[]> _free = [];

    /// <summary>Room for so many numbers, which hold anything at first. Whoever disposes of it leaves it to others.</summary>
    public Buffer<T> Rent<T>(int count)
        where T : unmanaged
    {
        var length = checked((int)((long)count * Unsafe.SizeOf<T>()));
        lock (_lock)
        {
            var fitting = _free.Where(bytes => bytes.Length >= length && bytes.Length / MostParts <= length).MinBy(bytes => bytes.Length);
            if (fitting is not null)
            {
                _free.Remove(fitting);
                return new Buffer<T>(this, fitting, count);
            }
        }

        return new Buffer<T>(this, GC.AllocateUninitializedArray<byte>(Math.Max(length, (int)Math.Min(Array.MaxLength, (long)length + (length / Spare)))), count);
    }

    public void Return(byte[] bytes)
    {
        lock (_lock)
        {
            _free.Add(bytes);
        }
    }
}

/// <summary>Some numbers in the memory of a pool.</summary>
internal sealed class Buffer<T>(BufferPool pool, byte[] bytes, int count) : IDisposable
    where T : unmanaged
{
    private byte[]? _bytes = bytes;

    public int Count => count;

    /// <exception cref="ObjectDisposedException">The memory is another's.</exception>
    public Span<T> All
    {
        get
        {
            ObjectDisposedException.ThrowIf(_bytes is null, this);
            return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan())[..count];
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } free)
        {
            pool.Return(free);
        }
    }
}
