using System.Buffers.Binary;
using System.Text;

namespace Dashboard.Index;

/// <summary>
/// Many texts in few bytes, each with a number from 0 on; made while an index is built, and let go of after it. Texts are
/// ordered by their code points.
/// </summary>
internal sealed class TextPool
{
    private const int ChunkLength = 1 << 20;
    private const int FewTexts = 8;

    private readonly List<byte[]> _chunks = [];
    private readonly Noted<(int Chunk, int Start, int Length)> _texts = new();
    private int _used;

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
    public void Append(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_chunks.Count == 0 || most > _chunks[^1].Length - _used)
        {
            _chunks.Add(new byte[Math.Max(ChunkLength, most)]);
            _used = 0;
        }

        var length = Encoding.UTF8.GetBytes(text, _chunks[^1].AsSpan(_used));
        _texts.Add((_chunks.Count - 1, _used, length));
        _used += length;
    }

    /// <summary>For each text, how many different ones come before it.</summary>
    public int[] Ranks()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Sort(order);
        var ranks = new int[order.Length];
        for (var i = 1; i < order.Length; i++)
        {
            ranks[order[i]] = ranks[order[i - 1]] + (this[order[i]].SequenceEqual(this[order[i - 1]]) ? 0 : 1);
        }

        return ranks;
    }

    /// <summary>Sorts numbers by their texts.</summary>
    public void Sort(Span<int> numbers) => Sort(numbers, numbers.Length <= FewTexts ? [] : new ulong[numbers.Length]);

    /// <summary>
    /// Eight bytes at a time, as numbers that a processor compares, from where the texts first part; those that are still
    /// alike go on to their next eight. Few texts are compared whole.
    /// </summary>
    /// <param name="heads">Room for as many.</param>
    public void Sort(Span<int> numbers, Span<ulong> heads)
    {
        if (numbers.Length <= FewTexts)
        {
            SortFew(numbers);
            return;
        }

        var parting = Parting(numbers);
        if (parting < 0)
        {
            return;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            heads[i] = Head(this[numbers[i]], parting);
        }

        heads.Sort(numbers);
        for (int start = 0, end; start < heads.Length; start = end)
        {
            for (end = start + 1; end < heads.Length && heads[end] == heads[start]; end++)
            {
            }

            if (end - start > 1)
            {
                Sort(numbers[start..end], heads[start..end]);
            }
        }
    }

    private void SortFew(Span<int> numbers)
    {
        for (var sorted = 1; sorted < numbers.Length; sorted++)
        {
            var (number, at) = (numbers[sorted], sorted);
            for (; at > 0 && this[numbers[at - 1]].SequenceCompareTo(this[number]) > 0; at--)
            {
                numbers[at] = numbers[at - 1];
            }

            numbers[at] = number;
        }
    }

    /// <summary>How far all of these texts are alike; −1 when they are the same.</summary>
    private int Parting(ReadOnlySpan<int> numbers)
    {
        var first = this[numbers[0]];
        var (alike, isSame) = (first.Length, true);
        foreach (var number in numbers[1..])
        {
            var text = this[number];
            isSame &= text.Length == first.Length;
            alike = first[..alike].CommonPrefixLength(text);
        }

        return isSame && alike == first.Length ? -1 : alike;
    }

    /// <summary>Seven bytes of the text, or what there is of them, and how many there are: a number of the same order.</summary>
    private static ulong Head(ReadOnlySpan<byte> text, int from)
    {
        text = text[from..];
        if (text.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(text) | 0xFF;
        }

        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        text.CopyTo(head);
        head[^1] = (byte)text.Length;
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }
}
