using System.Runtime.InteropServices;

namespace Dashboard.Data.Documents;

/// <summary>
/// What values mean that stand in a million documents: worked out for the first of them, and one object for all, whichever
/// threads read. So many are remembered; what comes after these is worked out each time.
/// </summary>
/// <param name="read">What a value means that is cut out of a document; it is always the same.</param>
internal sealed class RepeatedValues<T>(RepeatedValues<T>.Reading read)
{
    private const int FirstSlots = 1 << 8;
    private const int Most = 1 << 17;

    private readonly Lock _adding = new();

    /// <summary>Read by all threads; who adds puts in whole entries only, or whole tables.</summary>
    private Entry?[] _slots = new Entry?[FirstSlots];
    private int _count;

    /// <param name="value">As it lies in a document.</param>
    public delegate T Reading(ReadOnlySpan<byte> value);

    public T Of(ReadOnlySpan<byte> value)
    {
        var hash = HashOf(value);
        return Find(Volatile.Read(ref _slots), value, hash) is { } entry ? entry.Meaning : Add(value, hash);
    }

    private T Add(ReadOnlySpan<byte> value, int hash)
    {
        var meaning = read(value);
        if (Volatile.Read(ref _count) >= Most)
        {
            return meaning;
        }

        lock (_adding)
        {
            if (Find(_slots, value, hash) is { } entry)
            {
                return entry.Meaning;
            }

            if (2 * ++_count > _slots.Length)
            {
                Volatile.Write(ref _slots, Widened(_slots));
            }

            Put(_slots, new Entry(hash, value.ToArray(), meaning));
            return meaning;
        }
    }

    private static Entry? Find(Entry?[] slots, ReadOnlySpan<byte> value, int hash)
    {
        for (var slot = hash & (slots.Length - 1); slots[slot] is { } entry; slot = (slot + 1) & (slots.Length - 1))
        {
            if (entry.Hash == hash && value.SequenceEqual(entry.Value))
            {
                return entry;
            }
        }

        return null;
    }

    private static Entry?[] Widened(Entry?[] slots)
    {
        var wider = new Entry?[2 * slots.Length];
        foreach (var entry in slots)
        {
            if (entry is not null)
            {
                Put(wider, entry);
            }
        }

        return wider;
    }

    private static void Put(Entry?[] slots, Entry entry)
    {
        var slot = entry.Hash & (slots.Length - 1);
        while (slots[slot] is not null)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        Volatile.Write(ref slots[slot], entry);
    }

    /// <summary>Different in every process: nobody can prepare values that fall together.</summary>
    private static int HashOf(ReadOnlySpan<byte> value) =>
        string.GetHashCode(MemoryMarshal.Cast<byte, char>(value), StringComparison.Ordinal) ^ ((value.Length & 1) == 0 ? 0 : value[^1] * 0x01000193);

    private sealed record Entry(int Hash, byte[] Value, T Meaning);
}
