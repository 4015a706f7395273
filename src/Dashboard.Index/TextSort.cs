using System.Buffers.Binary;

namespace Dashboard.Index;

/// <summary>Texts by their numbers, as bytes of UTF-8.</summary>
internal interface ITexts
{
    ReadOnlySpan<byte> this[int number] { get; }
}

/// <summary>
/// Sorts numbers by their texts, by code points: eight bytes at a time, as numbers that a processor compares, from where the
/// texts first part; those that are still alike go on to their next eight. Few texts are compared whole.
/// </summary>
internal static class TextSort
{
    private const int FewTexts = 8;

    /// <param name="heads">Room for as many.</param>
    public static void Sort<TTexts>(TTexts texts, Span<int> numbers, Span<ulong> heads)
        where TTexts : struct, ITexts
    {
        if (numbers.Length <= FewTexts)
        {
            SortFew(texts, numbers);
            return;
        }

        var parting = Parting(texts, numbers);
        if (parting < 0)
        {
            return;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            heads[i] = Head(texts[numbers[i]], parting);
        }

        heads.Sort(numbers);
        for (int start = 0, end; start < heads.Length; start = end)
        {
            for (end = start + 1; end < heads.Length && heads[end] == heads[start]; end++)
            {
            }

            if (end - start > 1)
            {
                Sort(texts, numbers[start..end], heads[start..end]);
            }
        }
    }

    private static void SortFew<TTexts>(TTexts texts, Span<int> numbers)
        where TTexts : struct, ITexts
    {
        for (var sorted = 1; sorted < numbers.Length; sorted++)
        {
            var (number, at) = (numbers[sorted], sorted);
            for (; at > 0 && texts[numbers[at - 1]].SequenceCompareTo(texts[number]) > 0; at--)
            {
                numbers[at] = numbers[at - 1];
            }

            numbers[at] = number;
        }
    }

    /// <summary>How far all of these texts are alike; −1 when they are the same.</summary>
    private static int Parting<TTexts>(TTexts texts, ReadOnlySpan<int> numbers)
        where TTexts : struct, ITexts
    {
        var first = texts[numbers[0]];
        var (alike, isSame) = (first.Length, true);
        foreach (var number in numbers[1..])
        {
            var text = texts[number];
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
