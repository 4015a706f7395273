using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Index;

/// <summary>Numbers for texts, from 0 on: the same one for every equal text.</summary>
internal sealed class TextNumbers
{
    private const int FirstSlots = 1024;

    /// <summary>Different in every process: nobody can prepare texts that fall together.</summary>
    private static readonly ulong _seed = (ulong)Random.Shared.NextInt64() | 1;
    private static readonly ulong _otherSeed = (ulong)Random.Shared.NextInt64() | 1;

    private readonly TextPool _texts = new();

    /// <summary>The hash of a text above the number after its own; 0 where there is none.</summary>
    private ulong[] _slots = new ulong[FirstSlots];
    private byte[] _encoded = [];

    public int Count => _texts.Count;

    /// <summary>The number of a text, a new one for a new text.</summary>
    public int Of(string text)
    {
        var hash = Hash(text);
        var slot = (int)hash & (_slots.Length - 1);
        while (_slots[slot] is var taken and not 0)
        {
            var number = (int)(uint)taken - 1;
            if (taken >> 32 == hash && IsSame(_texts[number], text))
            {
                return number;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        _texts.Append(text);
        _slots[slot] = ((ulong)hash << 32) | (uint)_texts.Count;
        if (_texts.Count > _slots.Length / 2)
        {
            Widen();
        }

        return _texts.Count - 1;
    }

    /// <summary>The text of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(_texts[number]);

    /// <summary>For each text, how many different ones come before it.</summary>
    /// <param name="isFolded">True to forget the difference of capitals, as for an order on screen.</param>
    public int[] Ranks(bool isFolded)
    {
        if (!isFolded)
        {
            return _texts.Ranks();
        }

        var folded = new TextPool();
        for (var number = 0; number < Count; number++)
        {
            folded.Append(this[number].ToUpperInvariant());
        }

        return folded.Ranks();
    }

    /// <summary>A text takes as many bytes as it has characters when it is all ASCII, and else more.</summary>
    private bool IsSame(ReadOnlySpan<byte> bytes, string text)
    {
        if (bytes.Length <= text.Length)
        {
            return Ascii.Equals(bytes, text);
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        _encoded = _encoded.Length >= most ? _encoded : new byte[most];
        return bytes.SequenceEqual(_encoded.AsSpan(0, Encoding.UTF8.GetBytes(text, _encoded)));
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
        var slots = new ulong[_slots.Length * 2];
        foreach (var taken in _slots)
        {
            if (taken != 0)
            {
                var slot = (int)(taken >> 32) & (slots.Length - 1);
                while (slots[slot] != 0)
                {
                    slot = (slot + 1) & (slots.Length - 1);
                }

                slots[slot] = taken;
            }
        }

        _slots = slots;
    }
}
