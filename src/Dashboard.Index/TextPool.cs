using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Dashboard.Index;

/// <summary>
/// Many texts in few bytes, each with a number from 0 on; made while an index is built, and let go of after it. Texts are
/// ordered by their code points.
/// </summary>
/// <param name="isFolded">True to forget the difference of capitals, as for an order on screen.</param>
internal sealed class TextPool(bool isFolded = false)
{
    private const int ChunkLength = 1 << 20;
    private const int FewTexts = 16;
    private const int LongBeginning = 256;

    private static readonly ulong _seed = (ulong)Random.Shared.NextInt64();

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _texts = [];
    private readonly List<int> _hashes = [];
    private int[] _slots = [];
    private int _used;
    private byte[] _bytes = [];
    private char[] _folded = [];

    public int Count => _texts.Count;

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var (chunk, start, length) = _texts[number];
            return _chunks[chunk].AsSpan(start, length);
        }
    }

    /// <summary>Keeps the text under the next number, also when an equal one was kept before.</summary>
    public void Append(string text) => _texts.Add(Keep(Encoded(text)));

    /// <summary>Keeps the text and gives its number, the same one for every equal text. A pool is filled either this way or by appending.</summary>
    public int Intern(string text)
    {
        var bytes = Encoded(text);
        var hash = Hash(bytes);
        var slot = SlotOf(bytes, hash);
        if (_slots[slot] == 0)
        {
            _hashes.Add(hash);
            _texts.Add(Keep(bytes));
            _slots[slot] = _texts.Count;
        }

        return _slots[slot] - 1;
    }

    /// <summary>For each text, how many come before it.</summary>
    public int[] Ranks()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Sort(order);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    /// <summary>Sorts numbers by their texts.</summary>
    public void Sort(Span<int> numbers) => Sort(numbers, 0);

    /// <summary>
    /// Eight bytes at a time, as numbers that a processor compares; texts that begin alike go on to their next eight. Few
    /// texts, and those that go on being alike, are compared whole.
    /// </summary>
    private void Sort(Span<int> numbers, int from)
    {
        if (numbers.Length <= FewTexts || from >= LongBeginning)
        {
            numbers.Sort((one, other) => this[one].SequenceCompareTo(this[other]));
            return;
        }

        var heads = new ulong[numbers.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = Head(this[numbers[i]], from);
        }

        heads.AsSpan().Sort(numbers);
        for (int start = 0, end; start < heads.Length; start = end)
        {
            for (end = start + 1; end < heads.Length && heads[end] == heads[start]; end++)
            {
            }

            if (end - start > 1)
            {
                Sort(numbers[start..end], from + sizeof(ulong));
            }
        }
    }

    private ReadOnlySpan<byte> Encoded(string text)
    {
        ReadOnlySpan<char> chars = text;
        if (isFolded)
        {
            _folded = _folded.Length >= text.Length ? _folded : new char[Math.Max(256, text.Length * 2)];
            chars = _folded.AsSpan(0, text.AsSpan().ToUpperInvariant(_folded));
        }

        var most = Encoding.UTF8.GetMaxByteCount(chars.Length);
        _bytes = _bytes.Length >= most ? _bytes : new byte[most * 2];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(chars, _bytes));
    }

    /// <summary>Eight bytes at a time, differently in every process: nobody can prepare texts that fall together.</summary>
    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = _seed ^ (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Factor, 31);
        }

        foreach (var rest in bytes)
        {
            hash = (hash ^ rest) * Factor;
        }

        return (int)((hash * Factor) >> 32);
    }

    /// <summary>Where the text is among the slots, or the free one where it would be.</summary>
    private int SlotOf(ReadOnlySpan<byte> bytes, int hash)
    {
        if (_texts.Count >= _slots.Length / 2)
        {
            Widen();
        }

        var slot = hash & (_slots.Length - 1);
        while (_slots[slot] is var taken and not 0 && !(_hashes[taken - 1] == hash && bytes.SequenceEqual(this[taken - 1])))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Widen()
    {
        _slots = new int[Math.Max(1024, _slots.Length * 2)];
        for (var number = 0; number < _hashes.Count; number++)
        {
            var slot = _hashes[number] & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    private (int Chunk, int Start, int Length) Keep(ReadOnlySpan<byte> bytes)
    {
        if (_chunks.Count == 0 || bytes.Length > ChunkLength - _used)
        {
            _chunks.Add(new byte[Math.Max(ChunkLength, bytes.Length)]);
            _used = 0;
        }

        bytes.CopyTo(_chunks[^1].AsSpan(_used));
        var kept = (_chunks.Count - 1, _used, bytes.Length);
        _used += bytes.Length;
        return kept;
    }

    /// <summary>Eight bytes of the text, or what there is of them, as a number of the same order.</summary>
    private static ulong Head(ReadOnlySpan<byte> text, int from)
    {
        if (text.Length - from >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(text[from..]);
        }

        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        text[Math.Min(from, text.Length)..].CopyTo(head);
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }
}
