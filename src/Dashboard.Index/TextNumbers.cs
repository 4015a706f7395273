using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dashboard.Index;

/// <summary>Numbers for texts, from 0 on: the same one for every equal text.</summary>
internal sealed class TextNumbers
{
    private const int FirstSlots = 1024;
    private const int ChunkLength = 1 << 19;

    /// <summary>Each text begins at a multiple of it: so the places of many have room in a number.</summary>
    private const int Aligned = 4;
    private const uint PlacesOfChunk = ChunkLength / Aligned;

    /// <summary>So many texts are looked for together.</summary>
    private const int Together = 64;

    /// <summary>Different in every process: nobody can prepare texts that fall together.</summary>
    private static readonly ulong _seed = (ulong)Random.Shared.NextInt64() | 1;
    private static readonly ulong _otherSeed = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>So many objects are remembered at most.</summary>
    private const int MostSeen = 1 << 16;

    private readonly List<char[]> _chunks = [];
    private readonly Noted<Slot> _texts = new();
    private Slot[] _slots = new Slot[FirstSlots];
    private int _used;

    /// <summary>By its own hash, an object that was told and the number of its text.</summary>
    private (string? Text, int Number)[] _seen = new (string? Text, int Number)[FirstSlots];

    public int Count => _texts.Count;

    /// <summary>The number of a text, a new one for a new text.</summary>
    public int Of(string text) => Of(text, Hash(text));

    /// <summary>The numbers of some texts, in their order.</summary>
    public void Of(ReadOnlySpan<string> texts, Span<long> numbers)
    {
        Span<uint> hashes = stackalloc uint[Together];
        Span<Slot> slots = stackalloc Slot[Together];
        Span<int> heads = stackalloc int[Together];
        while (!texts.IsEmpty)
        {
            hashes = hashes[..Math.Min(Together, texts.Length)];
            for (var i = 0; i < hashes.Length; i++)
            {
                hashes[i] = Hash(texts[i]);
            }

            // Slots and texts lie all over: many are fetched before the first of them is looked at.
            var all = _slots;
            for (var i = 0; i < hashes.Length; i++)
            {
                slots[i] = all[(int)hashes[i] & (all.Length - 1)];
            }

            for (var i = 0; i < hashes.Length; i++)
            {
                heads[i] = HeadOf(TextOf(slots[i]));
            }

            for (var i = 0; i < hashes.Length; i++)
            {
                var isIt = slots[i].Next != 0 && slots[i].Hash == hashes[i] && heads[i] == HeadOf(texts[i]) && TextOf(slots[i]).SequenceEqual(texts[i]);
                numbers[i] = isIt ? slots[i].Next - 1 : Of(texts[i], hashes[i]);
            }

            texts = texts[hashes.Length..];
            numbers = numbers[hashes.Length..];
        }
    }

    private int Of(string text, uint hash)
    {
        var slots = _slots;
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot].Next != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot].Hash == hash && TextOf(slots[slot]).SequenceEqual(text))
            {
                return slots[slot].Next - 1;
            }
        }

        _texts.Add(slots[slot] = Keep(text, hash));
        if (Count > slots.Length / 2)
        {
            Widen();
        }

        return Count - 1;
    }

    /// <summary>The same, quicker for a text that is told again and again as the same object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int OfShared(string text)
    {
        var seen = _seen;
        ref var last = ref seen[RuntimeHelpers.GetHashCode(text) & (seen.Length - 2)];
        return ReferenceEquals(last.Text, text) ? last.Number : OfOther(text);
    }

    /// <summary>The number of a text that is not the last one at its place.</summary>
    private int OfOther(string text)
    {
        if (_seen.Length < Math.Min(MostSeen, 2 * _slots.Length))
        {
            _seen = new (string? Text, int Number)[Math.Min(MostSeen, 2 * _slots.Length)];
        }

        // Of two places for each the first is that of the one that came in last.
        var place = RuntimeHelpers.GetHashCode(text) & (_seen.Length - 2);
        ref var seen = ref _seen[place];
        ref var before = ref _seen[place + 1];
        if (ReferenceEquals(before.Text, text))
        {
            return before.Number;
        }

        before = seen;
        seen = (text, Of(text));
        return seen.Number;
    }

    /// <summary>The text of a number.</summary>
    public string this[int number] => TextOf(_texts[number]).ToString();

    /// <summary>For each text, how many different ones come before it.</summary>
    /// <param name="isFolded">True to forget the difference of capitals, as for an order on screen.</param>
    public int[] Ranks(bool isFolded)
    {
        var (pool, folded) = (new TextPool(), Array.Empty<char>());
        for (var number = 0; number < Count; number++)
        {
            var text = TextOf(_texts[number]);
            if (isFolded)
            {
                folded = folded.Length >= text.Length ? folded : new char[text.Length * 2];
                text = folded.AsSpan(0, text.ToUpperInvariant(folded));
            }

            pool.Append(text);
        }

        return pool.Ranks();
    }

    private ReadOnlySpan<char> TextOf(in Slot slot) =>
        slot.Length == 0 ? default : _chunks[(int)(slot.Place / PlacesOfChunk)].AsSpan((int)(slot.Place % PlacesOfChunk * Aligned), slot.Length);

    private static int HeadOf(ReadOnlySpan<char> text) => text.IsEmpty ? -1 : text[0];

    private Slot Keep(string text, uint hash)
    {
        if (_chunks.Count == 0 || text.Length > ChunkLength - _used)
        {
            _chunks.Add(new char[Math.Max(ChunkLength, text.Length)]);
            _used = 0;
        }

        text.CopyTo(_chunks[^1].AsSpan(_used));
        var slot = new Slot(hash, Count + 1, checked(((uint)(_chunks.Count - 1) * PlacesOfChunk) + (uint)(_used / Aligned)), text.Length);
        _used = Math.Min(ChunkLength, (_used + text.Length + Aligned - 1) / Aligned * Aligned);
        return slot;
    }

    /// <summary>Sixteen bytes at a time, the last ones perhaps twice.</summary>
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = _seed ^ (ulong)bytes.Length;
        for (var rest = bytes; rest.Length > 2 * sizeof(ulong); rest = rest[(2 * sizeof(ulong))..])
        {
            hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(rest), _otherSeed ^ MemoryMarshal.Read<ulong>(rest[sizeof(ulong)..]));
        }

        var (first, last) = bytes.Length switch
        {
            >= 2 * sizeof(ulong) => (MemoryMarshal.Read<ulong>(bytes[^(2 * sizeof(ulong))..]), MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..])),
            >= sizeof(ulong) => (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..])),
            >= sizeof(uint) => (MemoryMarshal.Read<uint>(bytes), MemoryMarshal.Read<uint>(bytes[^sizeof(uint)..])),
            > 0 => (text[0], 0UL),
            _ => (0UL, 0UL),
        };
        hash = Mixed(Mixed(hash ^ first, _otherSeed ^ last), _seed);
        return (uint)(hash >> 32);
    }

    private static ulong Mixed(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }

    private void Widen()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (var taken in _slots)
        {
            if (taken.Next != 0)
            {
                var slot = (int)taken.Hash & (slots.Length - 1);
                while (slots[slot].Next != 0)
                {
                    slot = (slot + 1) & (slots.Length - 1);
                }

                slots[slot] = taken;
            }
        }

        _slots = slots;
    }

    /// <param name="Next">The number after that of the text; 0 in a slot without one.</param>
    /// <param name="Place">Where the text is kept.</param>
    private readonly record struct Slot(uint Hash, int Next, uint Place, int Length);
}
